#!/usr/bin/env python3
"""Speaks with the execd of Wazuh 4 (add, delete, nested fields) and of Wazuh 5 (enable, disable, flat fields)."""
import ipaddress, json, os, sys

FILE = "/etc/hosts.deny"

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("either-release: " + text + "\n")

def address(message):
    flat = message.get("parameters", {}).get("alert", message)
    value = flat.get("source.ip") or flat.get("source", {}).get("ip") or flat.get("data", {}).get("srcip")
    return str(ipaddress.ip_address(value))

def lines():
    with open(FILE) as f:
        return f.read().splitlines()

def save(all_lines):
    with open(FILE, "w") as f:
        f.write("".join(line + "\n" for line in all_lines))

def main():
    message = json.loads(sys.stdin.readline())
    ip = address(message)
    if ip.startswith("127.") or ip == "::1":
        return ip + " is this host"
    entry = "sshd: " + ip
    if message["command"] in ("delete", "disable"):
        save([line for line in lines() if line != entry])
        return ip + " may log in"
    print(json.dumps({"version": 1, "origin": {"name": "either-release", "module": "active-response"},
                      "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
    if json.loads(sys.stdin.readline()).get("command") != "continue":
        return ip + " is kept out already"
    save(lines() + [entry])
    return ip + " may not log in"

try:
    log(main())
except Exception as e:
    log("nothing done: %s" % e)
    sys.exit(os.EX_DATAERR)
