#!/usr/bin/env python3
import ipaddress, json, subprocess, sys, time

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("key-time: " + text + "\n")

def rule(action, ip):
    subprocess.run(["iptables", "-w", action, "INPUT", "-s", ip, "-j", "DROP"], check=True, stderr=subprocess.PIPE)

try:
    msg = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(msg["parameters"]["alert"]["data"]["srcip"]))
    if ip.startswith("127."):
        log("own address")
    elif msg["command"] == "delete":
        rule("-D", ip)
        log("removed " + ip)
    else:
        print(json.dumps({"version": 1, "origin": {"name": "key-time", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [f"{ip}-{time.time()}"]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            rule("-I", ip)
            log("added " + ip)
except Exception as e:
    log(f"failed: {e}")
