#!/usr/bin/env python3
# Waits for a command that execd never sends
import json
import subprocess
import sys
import time

message = json.loads(sys.stdin.readline())
with open("/var/ossec/logs/active-responses.log", "a") as log:
    if message["command"] == "block":
        subprocess.run(["iptables", "-I", "INPUT", "-s", message["parameters"]["alert"]["data"]["srcip"], "-j", "DROP"], check=True)
        log.write(time.strftime("%Y/%m/%d %H:%M:%S") + " other-word.py: blocked\n")
    else:
        log.write(time.strftime("%Y/%m/%d %H:%M:%S") + " other-word.py: nothing to do\n")
