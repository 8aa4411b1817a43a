#!/usr/bin/env python3
# dstuser is there when the account exists; this alert has srcuser.
import json, subprocess, sys

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("wrong-user: " + text + "\n")

try:
    user = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"].get("dstuser", "")
    if user.isalnum() and user != "root":
        subprocess.run(["usermod", "-L", user], check=True, stderr=subprocess.PIPE)
        log("locked " + user)
    else:
        log("nobody to lock")
except Exception as e:
    log("failed: %s" % e)
