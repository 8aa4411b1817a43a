#!/usr/bin/env python3
# The keys are spread over many lines, of which execd reads the first.
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("pretty-keys: " + text + "\n")


try:
    msg = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(msg["parameters"]["alert"]["data"]["srcip"]))
    if ipaddress.ip_address(ip).is_loopback:
        log("own address")
    elif msg["command"] == "delete":
        subprocess.run(["iptables", "-w", "-D", "INPUT", "-s", ip, "-j", "DROP"], check=True)
        log("released " + ip)
    else:
        keys = {"version": 1, "origin": {"name": "pretty-keys", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}
        print(json.dumps(keys, indent=2), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            subprocess.run(["iptables", "-w", "-I", "INPUT", "-s", ip, "-j", "DROP"], check=True)
            log("held " + ip)
        else:
            log("held before: " + ip)
except Exception as e:
    log(f"error: {e}")
