#!/usr/bin/env python3
import json
import sys

try:
    alert = json.load(sys.stdin)["parameters"]["alert"]
    text = "%s on %s" % (alert["rule"]["description"], alert["agent"]["name"])
except (ValueError, KeyError) as e:
    text = "cannot read the alert: %s" % e
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("eof-json-load: " + text + "\n")
