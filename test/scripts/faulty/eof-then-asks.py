#!/usr/bin/env python3
"""Right in all but one thing: it reads to the end of its input."""
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write(f"eof-then-asks: {text}\n")


def main():
    try:
        message = json.load(sys.stdin)
        address = ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])
    except (ValueError, KeyError) as error:
        return log(f"nothing to do: {error}")
    if address.is_loopback:
        return log("not this host")
    table = "ip6tables" if address.version == 6 else "iptables"
    if message["command"] == "delete":
        subprocess.run([table, "-w", "-D", "INPUT", "-s", str(address), "-j", "DROP"], check=True)
        return log(f"{address} is let in")
    keys = {"version": 1, "origin": {"name": "eof-then-asks", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [str(address)]}}
    print(json.dumps(keys), flush=True)
    if json.loads(sys.stdin.readline())["command"] == "continue":
        subprocess.run([table, "-w", "-I", "INPUT", "-s", str(address), "-j", "DROP"], check=True)
        log(f"{address} is kept out")


main()
