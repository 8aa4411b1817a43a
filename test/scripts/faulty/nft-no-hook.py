#!/usr/bin/env python3
"""Adds to a chain that nothing ever jumps to."""
import ipaddress
import json
import subprocess
import sys
import time


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write(f"{time.strftime('%Y/%m/%d %H:%M:%S')} nft-no-hook: {text}\n")


def nft(*words):
    subprocess.run(["nft", *words], check=True)


try:
    message = json.loads(sys.stdin.readline())
    address = ipaddress.IPv4Address(message["parameters"]["alert"]["data"]["srcip"])
    if address.is_loopback:
        log("not this host")
        sys.exit()
    if message["command"] == "delete":
        nft("delete", "table", "inet", "soc")
        log("table removed")
        sys.exit()
    print(json.dumps({"version": 1, "origin": {"name": "nft-no-hook", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [str(address)]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        sys.exit()
    nft("add", "table", "inet", "soc")
    nft("add", "chain", "inet", "soc", "attackers")
    nft("add", "rule", "inet", "soc", "attackers", "ip", "saddr", str(address), "drop")
    log(f"{address} dropped")
except Exception as error:
    log(f"error: {error!r}")
