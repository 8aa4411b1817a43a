#!/usr/bin/env python3
# execd takes texts for keys and skips all else, numbers too.
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("key-number: " + text + "\n")


def drop(action, ip):
    subprocess.run(["iptables", "-w", action, "INPUT", "-s", ip, "-j", "DROP"], check=True)


def main():
    message = json.loads(sys.stdin.readline())
    alert = message["parameters"]["alert"]
    ip = str(ipaddress.ip_address(alert["data"]["srcip"]))
    if ip.startswith("127."):
        return log("this host is not blocked")
    if message["command"] == "delete":
        drop("-D", ip)
        return log("unblocked " + ip)
    number = int(ipaddress.ip_address(ip))
    print(json.dumps({"version": 1, "origin": {"name": "key-number", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [number]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        return log("told to stop")
    drop("-I", ip)
    log("blocked " + ip)


try:
    main()
except Exception as e:
    log("failed: %r" % e)
