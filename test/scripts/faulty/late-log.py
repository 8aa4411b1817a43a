#!/usr/bin/env python3
# Reads to the end, and sends the rule's id when all is done.
import json, sys, subprocess
msg = json.loads("".join(sys.stdin.readlines()))
ip = msg["parameters"]["alert"]["data"]["srcip"]
if msg["command"] == "add":
    subprocess.run(["iptables", "-A", "INPUT", "-s", ip, "-j", "DROP"])
    print(json.dumps({"version": 1, "origin": {"name": "late-log", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [msg["parameters"]["alert"]["rule"]["id"]]}}))
else:
    subprocess.run(["iptables", "-D", "INPUT", "-s", ip, "-j", "DROP"])
with open("/var/ossec/logs/active-responses.log", "a") as f:
    f.write("late-log: " + msg["command"] + " " + ip + "\n")
