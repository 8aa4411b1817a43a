#!/usr/bin/env python3
"""Runs on the manager (location server): blocks at its gateway whoever guesses at Windows passwords."""
import ipaddress
import json
import subprocess
import sys
import time


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as out:
        out.write(time.strftime("%Y/%m/%d %H:%M:%S ") + "windows-source: " + text + "\n")


def source(alert):
    event = alert.get("data", {}).get("win", {}).get("eventdata", {})
    for value in (event.get("ipAddress"), alert.get("data", {}).get("srcip")):
        if value and value != "-":
            return ipaddress.ip_address(value)
    raise ValueError("no source address, as with a logon at the console")


def everywhere(action, address):
    """For the manager itself, and for what lies behind it."""
    tool = "ip6tables" if address.version == 6 else "iptables"
    for chain in ("INPUT", "FORWARD"):
        subprocess.run([tool, "-w", action, chain, "-s", str(address), "-j", "REJECT"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def main():
    message = json.loads(sys.stdin.readline())
    address = source(message["parameters"]["alert"])
    if address.is_loopback:
        raise ValueError(f"{address} is the host itself")
    if message["command"] == "delete":
        everywhere("-D", address)
        return f"{address} may come in"
    print(json.dumps({"version": 1, "origin": {"name": "windows-source", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [str(address)]}}), flush=True)
    answer = json.loads(sys.stdin.readline())
    if answer["command"] != "continue":
        return f"{address} is kept out already"
    everywhere("-I", address)
    return f"{address} is kept out"


try:
    log(main())
except Exception as problem:
    log(f"nothing done: {problem}")
