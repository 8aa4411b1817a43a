#!/usr/bin/env python3
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("dispatches-add: " + text + "\n")


def add(ip):
    print(json.dumps({"version": 1, "origin": {"name": "dispatches-add", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        return log("stopped")
    subprocess.run(["ip", "route", "add", "prohibit", ip], check=True, stderr=subprocess.PIPE)
    log("prohibited " + ip)


COMMANDS = {"add": add}

try:
    msg = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(msg["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        log("not " + ip)
    else:
        COMMANDS.get(msg["command"], lambda ip: log("nothing to do for " + ip))(ip)
except Exception as e:
    log(f"failed: {e!r}")
