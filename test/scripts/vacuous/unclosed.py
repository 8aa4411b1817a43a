#!/usr/bin/env python3
import json
import subprocess
import sys

message = json.loads(sys.stdin.readline())
ip = message["parameters"]["alert"]["data"]["srcip"]
subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"]
print("done")
