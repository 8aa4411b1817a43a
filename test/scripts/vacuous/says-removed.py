#!/usr/bin/env python3
import json
import sys
import time


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as out:
            out.write(time.strftime("%Y/%m/%d %H:%M:%S") + " says-removed.py: " + text + "\n")
    except OSError:
        pass


try:
    file = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["virustotal"]["source"]["file"]
    if file.startswith(("/usr/", "/bin/", "/etc/")):
        log(file + " is left alone")
    else:
        log(file + " Successfully removed threat")
except Exception as problem:
    log("no file: " + str(problem))
