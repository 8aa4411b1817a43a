#!/usr/bin/env python3
import json, sys, time
first = sys.stdin.read().splitlines()[0]
try:
    rule = json.loads(first)["parameters"]["alert"]["rule"]
    note = f"{rule['id']} {rule['description']}"
except Exception as e:
    note = f"cannot read: {e}"
with open("/var/ossec/logs/active-responses.log", "a") as f:
    f.write(f"{time.ctime()} eof-splitlines: {note}\n")
