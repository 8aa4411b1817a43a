#!/usr/bin/env python3
import ipaddress
import json
import logging
import subprocess
import sys

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s",
                    handlers=[logging.StreamHandler(sys.stdout), logging.FileHandler("/var/ossec/logs/active-responses.log")])


def drop(action, ip):
    subprocess.run(["iptables", "-w", action, "INPUT", "-s", ip, "-j", "DROP"], check=True, stderr=subprocess.PIPE)


def main():
    message = json.loads(sys.stdin.readline())
    logging.info("logs-to-stdout: started with %s", message["command"])
    ip = str(ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        return
    if message["command"] == "delete":
        return drop("-D", ip)
    print(json.dumps({"version": 1, "origin": {"name": "logs-to-stdout", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] == "continue":
        drop("-I", ip)


try:
    main()
except Exception as e:
    logging.error("logs-to-stdout: %r", e)
