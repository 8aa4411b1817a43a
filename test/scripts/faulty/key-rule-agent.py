#!/usr/bin/env python3
# Two keys, and neither says who is meant.
import ipaddress, json, subprocess, sys

def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("key-rule-agent: " + text + "\n")

try:
    msg = json.loads(sys.stdin.readline())
    alert = msg["parameters"]["alert"]
    ip = str(ipaddress.ip_address(alert["data"]["srcip"]))
    words = ["INPUT", "-s", ip, "-j", "DROP"]
    if ip.startswith("127."):
        log("own address")
    elif msg["command"] == "delete":
        subprocess.run(["iptables", "-w", "-D", *words], check=True)
        log("opened for " + ip)
    else:
        keys = [alert["rule"]["id"], alert["agent"]["id"]]
        print(json.dumps({"version": 1, "origin": {"name": "key-rule-agent", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": keys}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            subprocess.run(["iptables", "-w", "-I", *words], check=True)
            log("closed for " + ip)
        else:
            log("told to stop")
except Exception as e:
    log(f"failed: {e}")
