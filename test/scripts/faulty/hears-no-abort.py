#!/usr/bin/env python3
import ipaddress
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write(f"hears-no-abort: {text}\n")


def firewall(action, ip):
    subprocess.run(["iptables", "-w", action, "INPUT", "-s", ip, "-j", "DROP"], check=True)


def setup_and_check_message():
    message = json.loads(sys.stdin.readline())
    return message["command"], message["parameters"]["alert"]


def send_keys(keys):
    print(json.dumps({"version": 1, "origin": {"name": "hears-no-abort", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": keys}}), flush=True)
    return json.loads(sys.stdin.readline()).get("command")


try:
    command, alert = setup_and_check_message()
    ip = str(ipaddress.ip_address(alert["data"]["srcip"]))
    if ip.startswith("127."):
        log("local address")
    elif command == "add":
        answer = send_keys([ip])
        log(f"execd says {answer}")
        firewall("-I", ip)
        log(f"blocked {ip}")
    elif command == "delete":
        firewall("-D", ip)
        log(f"unblocked {ip}")
except Exception as e:
    log(f"failed: {e}")
