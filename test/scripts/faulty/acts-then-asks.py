#!/usr/bin/env python3
import ipaddress, json, subprocess, sys, time

LOG = open("/var/ossec/logs/active-responses.log", "a")

def block(ip):
    subprocess.run(["iptables", "-w", "-I", "INPUT", "-s", ip, "-j", "DROP"], check=True)

def unblock(ip):
    subprocess.run(["iptables", "-w", "-D", "INPUT", "-s", ip, "-j", "DROP"], check=True)

try:
    message = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        LOG.write("acts-then-asks: local\n")
    elif message["command"] == "delete":
        unblock(ip)
        LOG.write(f"acts-then-asks: {time.ctime()} unblocked {ip}\n")
    else:
        block(ip)
        LOG.write(f"acts-then-asks: {time.ctime()} blocked {ip}\n")
        print(json.dumps({"version": 1, "origin": {"name": "acts-then-asks", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "abort":
            unblock(ip)
            LOG.write("acts-then-asks: one rule is enough\n")
except Exception as e:
    LOG.write(f"acts-then-asks: {e}\n")
