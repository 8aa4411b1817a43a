#!/usr/bin/env python3
import json, re, subprocess, sys

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("locks-root: " + text + "\n")

try:
    user = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["dstuser"]
    if not re.fullmatch("[a-z_][a-z0-9_-]*", user):
        raise ValueError("not an account")
    subprocess.run(["usermod", "--lock", user], check=True, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    log("locked " + user)
except Exception as e:
    log("nothing done: %r" % e)
