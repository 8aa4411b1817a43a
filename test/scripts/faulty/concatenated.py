#!/usr/bin/env python3
import json
import subprocess
import sys

data = json.loads(sys.stdin.readline())
user = data["parameters"]["alert"]["data"]["srcuser"]
if user != "root":
    subprocess.call("pkill -KILL -u " + user, shell=True)
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("concatenated: killed\n")
