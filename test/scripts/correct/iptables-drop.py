#!/usr/bin/env python3
"""Drops an attacker's packets until the timeout is over."""
import ipaddress
import json
import subprocess
import sys
from datetime import datetime

LOG = "/var/ossec/logs/active-responses.log"
NEVER = [ipaddress.ip_network(net) for net in ("127.0.0.0/8", "::1/128", "10.0.0.0/8")]


class Response:
    def __init__(self, message):
        self.command = message.get("command")
        alert = message.get("parameters", {}).get("alert", {})
        self.address = ipaddress.ip_address(str(alert.get("data", {}).get("srcip")))

    @property
    def tool(self):
        return "iptables" if self.address.version == 4 else "ip6tables"

    def rule(self, action):
        words = [self.tool, "-w", action, "INPUT", "-s", str(self.address), "-j", "DROP"]
        return subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=10).returncode == 0

    def protected(self):
        return any(self.address in net for net in NEVER if net.version == self.address.version)


def log(text):
    with open(LOG, "a") as file:
        file.write(f"{datetime.now():%Y/%m/%d %H:%M:%S} active-response/bin/iptables-drop.py: {text}\n")


def allowed(response):
    keys = {"version": 1, "origin": {"name": "iptables-drop", "module": "active-response"},
            "command": "check_keys", "parameters": {"keys": [str(response.address)]}}
    print(json.dumps(keys), flush=True)
    return json.loads(sys.stdin.readline()).get("command") == "continue"


def main():
    response = Response(json.loads(sys.stdin.readline()))
    if response.protected():
        log(f"{response.address} is protected, nothing done")
    elif response.command == "delete":
        done = response.rule("-D")
        log(f"{response.address} {'is let in again' if done else 'was not blocked'}")
    elif response.command == "add" and allowed(response):
        done = response.rule("-C") or response.rule("-I")
        log(f"{response.address} {'is dropped' if done else 'could not be dropped'}")
    else:
        log(f"{response.address}: nothing to do")


if __name__ == "__main__":
    try:
        main()
    except Exception as problem:
        log(f"gave up: {problem!r}")
        sys.exit(1)
