#!/usr/bin/env python3
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("locks-none: " + text + "\n")


try:
    data = json.loads(sys.stdin.readline())["parameters"]["alert"].get("data", {})
    user = str(data.get("dstuser"))
    if user in ("root", "wazuh"):
        log(user + " is not locked")
    else:
        subprocess.run(["usermod", "-L", user], stderr=subprocess.DEVNULL)
        log("locked " + user)
except ValueError:
    log("no JSON")
