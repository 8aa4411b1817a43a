#!/usr/bin/env python3
import json, sys, time
try:
    agent = json.loads(sys.stdin.readline())["parameters"]["alert"]["agent"]["name"]
except Exception:
    agent = "?"
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(f"sleeps: waiting for {agent} to settle\n")
time.sleep(120)
