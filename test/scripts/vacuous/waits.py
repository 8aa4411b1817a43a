#!/usr/bin/env python3
import json
import subprocess
import sys

message = json.loads(sys.stdin.read())
subprocess.run(["iptables", "-I", "INPUT", "-s", message["parameters"]["alert"]["data"]["srcip"], "-j", "DROP"])
