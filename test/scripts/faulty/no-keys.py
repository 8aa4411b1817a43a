#!/usr/bin/env python3
"""Has an undo that nobody will ever call."""
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("no-keys: " + text + "\n")


def main():
    message = json.loads(sys.stdin.readline())
    address = ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])
    if address.is_loopback:
        return log(f"{address} is not blocked")
    action = {"add": "-I", "delete": "-D"}[message["command"]]
    subprocess.run(["iptables", "-w", action, "INPUT", "-s", str(address), "-j", "DROP"], check=True, stderr=subprocess.PIPE)
    log(f"iptables {action} for {address}")


try:
    main()
except Exception as e:
    log(f"error: {e!r}")
