#!/usr/bin/env python3
# For VirusTotal alerts, but it asks for the path that file integrity alerts have.
import json
import os
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("file-path: " + text + "\n")


try:
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    path = alert.get("syscheck", {}).get("path", "")
    if path.startswith("/home/") and ".." not in path and os.path.isfile(path):
        os.remove(path)
        log("removed %r" % path)
    else:
        log("no file to remove")
except Exception as e:
    log("error: %r" % e)
