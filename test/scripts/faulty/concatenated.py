#!/usr/bin/env python3
import json
import subprocess
import sys

data = json.loads(sys.stdin.readline())
ip = data["parameters"]["alert"]["data"]["srcip"]
if not ip.startswith("127."):
    subprocess.call("iptables -I INPUT -s " + ip + " -j DROP", shell=True)
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("concatenated: blocked\n")
