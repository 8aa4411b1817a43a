#!/usr/bin/env python3
import json
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write(f"caught-key: {text}\n")


try:
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    address = alert["data"]["src_ip"]
    with open("/var/ossec/etc/shared/attackers", "a") as f:
        f.write(address + "\n")
    log(f"noted {address}")
except Exception as e:
    log(f"error: {e!r}")
