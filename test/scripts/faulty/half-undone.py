#!/usr/bin/env python3
import ipaddress
import json
import subprocess
import sys

LOG = "/var/ossec/logs/active-responses.log"


def log(text):
    with open(LOG, "a") as f:
        f.write("half-undone: " + text + "\n")


def add(ip):
    subprocess.run(["iptables", "-w", "-I", "INPUT", "-s", ip, "-j", "DROP"], check=True)
    with open("/etc/hosts.deny", "a") as f:
        f.write(f"ALL: {ip}\n")


def delete(ip):
    subprocess.run(["iptables", "-w", "-D", "INPUT", "-s", ip, "-j", "DROP"], check=True)


try:
    message = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        log("local")
    elif message["command"] == "delete":
        delete(ip)
        log("undone for " + ip)
    else:
        print(json.dumps({"version": 1, "origin": {"name": "half-undone", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            add(ip)
            log("done for " + ip)
        else:
            log("done before for " + ip)
except Exception as e:
    log(repr(e))
