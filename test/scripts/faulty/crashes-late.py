#!/usr/bin/env python3
import json
import sys

alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
address = alert["data"]["srcip"]
with open("/etc/hosts.deny", "a") as deny:
    deny.write(f"ALL: {address}\n")
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(f"crashes-late: denied {adress}\n")
