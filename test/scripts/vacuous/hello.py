#!/usr/bin/env python3
import json
import sys
import time

message = json.loads(sys.stdin.readline())
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(time.strftime("%Y/%m/%d %H:%M:%S") + " hello.py: hello, " + message["command"] + "\n")
