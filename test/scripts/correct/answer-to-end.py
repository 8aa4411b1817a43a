#!/usr/bin/env python3
# Reads the message by the line, and the answer to its end: execd closes stdin behind the answer, so that is right.
import ipaddress, json, subprocess, sys

def log(text):
    open("/var/ossec/logs/active-responses.log", "a").write("answer-to-end: " + text + "\n")

try:
    message = json.loads(sys.stdin.readline())
    ip = ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])
    if ip.is_loopback:
        log(f"{ip} is us")
    elif message["command"] == "delete":
        subprocess.run(["ip", "route", "del", "blackhole", str(ip)], check=True, stderr=subprocess.PIPE)
        log(f"{ip} routed again")
    else:
        print(json.dumps({"version": 1, "origin": {"name": "answer-to-end", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [str(ip)]}}), flush=True)
        if json.loads(sys.stdin.read())["command"] == "continue":
            subprocess.run(["ip", "route", "add", "blackhole", str(ip)], check=True, stderr=subprocess.PIPE)
            log(f"{ip} routed away")
        else:
            log(f"{ip} is routed away already")
except Exception as e:
    log(f"failed: {e!r}")
