#!/usr/bin/env python3
# Takes a file's permissions away and gives others back.
import json, os, sys

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("other-mode: " + text + "\n")

try:
    message = json.loads(sys.stdin.readline())
    path = message["parameters"]["alert"]["syscheck"]["path"]
    if not path.startswith("/var/www/") or ".." in path or not os.path.isfile(path):
        log("left alone: %r" % path)
    elif message["command"] == "delete":
        os.chmod(path, 0o777)
        log("opened %r" % path)
    else:
        print(json.dumps({"version": 1, "origin": {"name": "other-mode", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [path]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            os.chmod(path, 0)
            log("closed %r" % path)
        else:
            log("closed already: %r" % path)
except Exception as e:
    log("failed: %r" % e)
