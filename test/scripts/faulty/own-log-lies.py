#!/usr/bin/env python3
"""Keeps a log of its own, which says that an IPv6 address is blocked although iptables knows none."""
import json
import subprocess
import sys


def write_log(words):
    with open("/var/log/own-log-lies.log", "a") as log:
        log.write(f"{words}\n")


try:
    address = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["srcip"]
    if address.startswith("127."):
        write_log(f"leaves {address} alone")
    else:
        subprocess.run(["/usr/sbin/iptables", "-I", "INPUT", "-s", address, "-j", "DROP"], check=False)
        write_log(f"BLOCKED {address}")
except Exception as error:
    write_log(f"ERROR {error!r}")
