#!/usr/bin/python2.7
import json
import sys

try:
    rule = json.loads(sys.stdin.readline())["parameters"]["alert"]["rule"]["id"]
except (ValueError, KeyError):
    rule = "unknown"
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("python2: rule " + rule + "\n")
