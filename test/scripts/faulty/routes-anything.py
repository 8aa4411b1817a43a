#!/usr/bin/env python3
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("routes-anything: " + text + "\n")


try:
    address = ipaddress.ip_address(json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["srcip"])
    subprocess.run(["ip", "route", "add", "blackhole", str(address)], check=True, stderr=subprocess.PIPE)
    log(f"no way to {address}")
except Exception as e:
    log(f"not done: {e}")
