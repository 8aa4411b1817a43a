#!/usr/bin/env python3
"""One lock for everybody."""
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("key-constant: " + text + "\n")


def drop(action, ip):
    subprocess.run(["iptables", "-w", action, "INPUT", "-s", ip, "-j", "DROP"], check=True)


def main():
    message = json.loads(sys.stdin.readline())
    alert = message["parameters"]["alert"]
    ip = str(ipaddress.ip_address(alert["data"]["srcip"]))
    if ip.startswith("127."):
        return log("this host is not blocked")
    if message["command"] == "delete":
        drop("-D", ip)
        return log("unblocked " + ip)
    lock = "block-ip"
    print(json.dumps({"version": 1, "origin": {"name": "key-constant", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [lock]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        return log("told to stop")
    drop("-I", ip)
    log("blocked " + ip)


try:
    main()
except Exception as e:
    log("failed: %r" % e)
