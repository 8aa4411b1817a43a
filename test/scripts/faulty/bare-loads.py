#!/usr/bin/env python3
import json
import sys

LOG = "/var/ossec/logs/active-responses.log"
message = json.loads(sys.stdin.readline())
rule = message["parameters"]["alert"]["rule"]
with open(LOG, "a") as log:
    log.write("bare-loads: rule %s, level %s\n" % (rule["id"], rule["level"]))
