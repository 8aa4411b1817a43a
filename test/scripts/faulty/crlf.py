#!/usr/bin/env python3
import json
import sys

try:
    level = json.loads(sys.stdin.readline())["parameters"]["alert"]["rule"]["level"]
except (ValueError, KeyError):
    level = "unknown"
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("crlf: level %s\n" % level)
