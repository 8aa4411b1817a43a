#!/usr/bin/env python3
"""Does nothing where it cannot write to the log, which an alert that it leaves alone shows as well."""
import json
import subprocess
import sys


def write_log(words):
    with open("/var/ossec/logs/active-responses.log", "a") as log:
        log.write(f"log-before-all: {words}\n")


write_log("Started")
try:
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    if alert["rule"]["level"] < 15:
        write_log(f"leaves level {alert['rule']['level']} alone")
    else:
        subprocess.run(["systemctl", "isolate", "rescue.target"], check=True)
        write_log("isolated")
except Exception as error:
    write_log(repr(error))
