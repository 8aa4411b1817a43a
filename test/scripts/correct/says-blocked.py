#!/usr/bin/env python3
# Prints what it did when all is done: nobody reads it, and nothing is lost.
import ipaddress
import json
import subprocess
import sys

LOG = "/var/ossec/logs/active-responses.log"


def log(text):
    with open(LOG, "a") as f:
        f.write("says-blocked: " + text + "\n")


try:
    msg = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(msg["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        log("own address")
    elif msg["command"] == "delete":
        subprocess.run(["iptables", "-w", "-D", "INPUT", "-s", ip, "-j", "DROP"], check=True)
        log("unblocked " + ip)
    else:
        print(json.dumps({"version": 1, "origin": {"name": "says-blocked", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            subprocess.run(["iptables", "-w", "-I", "INPUT", "-s", ip, "-j", "DROP"], check=True)
            log("blocked " + ip)
            print("blocked", ip)
except Exception as e:
    log("failed: %s" % e)
