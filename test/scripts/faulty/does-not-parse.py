#!/usr/bin/env python3
import json
import sys

message = json.loads(sys.stdin.readline())
with open("/var/ossec/logs/active-responses.log", "a") as log
    log.write("does-not-parse: %s\n" % message["command"])
