#!/usr/bin/env python3
import json
import sys

try:
    name = json.loads(sys.stdin.readline())["parameters"]["alert"]["agent"]["name"]
except (ValueError, KeyError):
    name = "nobody"
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("not-executable: alert from " + name + "\n")
