#!/usr/bin/env python3
import json
import sys

message = json.loads(sys.stdin.readline())
srcip = message["parameters"]["alert"]["srcip"]
with open("/etc/hosts.deny", "a") as deny:
    deny.write("ALL: %s\n" % srcip)
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("key-error: denied %s\n" % srcip)
