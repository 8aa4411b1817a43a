#!/usr/bin/env python3
# Bound without a timeout, it asks all the same: that does no harm.
import json, os, sys

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("asks-anyway: " + text + "\n")

try:
    message = json.loads(sys.stdin.readline())
    path = os.path.realpath(message["parameters"]["alert"]["data"]["virustotal"]["source"]["file"])
    if message["command"] != "add":
        log("nothing to undo")
    elif not path.startswith("/home/") or not os.path.isfile(path):
        log("left alone: %r" % path)
    else:
        print(json.dumps({"version": 1, "origin": {"name": "asks-anyway", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [path]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            os.remove(path)
            log("removed %r" % path)
        else:
            log("told to stop")
except Exception as e:
    log("failed: %r" % e)
