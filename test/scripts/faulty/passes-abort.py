#!/usr/bin/env python3
import ipaddress
import json
import sys

LOG, DENY = "/var/ossec/logs/active-responses.log", "/etc/hosts.deny"


def log(text):
    with open(LOG, "a") as f:
        f.write("passes-abort: " + text + "\n")


def main():
    msg = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(msg["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        return log("local")
    if msg["command"] == "delete":
        with open(DENY) as f:
            rest = [line for line in f if line.strip() != f"sshd: {ip}"]
        with open(DENY, "w") as f:
            f.writelines(rest)
        return log(f"{ip} is allowed")
    print(json.dumps({"version": 1, "origin": {"name": "passes-abort", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
    answer = json.loads(sys.stdin.readline()).get("command")
    if answer == "abort":
        log("execd says abort")
    with open(DENY, "a") as f:
        f.write(f"sshd: {ip}\n")
    log(f"{ip} is denied")


try:
    main()
except Exception as e:
    log(f"error: {e}")
