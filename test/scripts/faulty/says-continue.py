#!/usr/bin/env python3
# Mixes up who says what: it is execd that says continue.
import ipaddress, json, subprocess, sys

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write(f"says-continue: {text}\n")

try:
    message = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        log("not " + ip)
    elif message["command"] == "add":
        print(json.dumps({"version": 1, "origin": {"name": "says-continue", "module": "active-response"}, "command": "continue", "parameters": {}}), flush=True)
        sys.stdin.readline()
        subprocess.run(["ip", "route", "add", "blackhole", ip], check=True)
        log("routed away " + ip)
    else:
        subprocess.run(["ip", "route", "del", "blackhole", ip], check=True)
        log("routed back " + ip)
except Exception as e:
    log(repr(e))
