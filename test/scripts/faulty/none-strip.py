#!/usr/bin/env python3
import json
import sys

message = json.loads(sys.stdin.readline())
address = message["parameters"]["alert"].get("srcip").strip()
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("none-strip: attack from %s\n" % address)
