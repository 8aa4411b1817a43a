#!/usr/bin/env python3
import ipaddress
import json
import sys

DENY = "/etc/hosts.deny"
print("banner.py v1.2 starting", flush=True)


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("banner: " + text + "\n")


try:
    message = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"]))
    entry = f"ALL: {ip}\n"
    if ip == "127.0.0.1":
        log("not blocking myself")
    elif message["command"] == "delete":
        with open(DENY) as f:
            kept = [line for line in f if line != entry]
        with open(DENY, "w") as f:
            f.writelines(kept)
        log("removed " + ip)
    else:
        print(json.dumps({"version": 1, "origin": {"name": "banner", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
        if json.loads(sys.stdin.readline())["command"] == "continue":
            with open(DENY, "a") as f:
                f.write(entry)
            log("added " + ip)
        else:
            log("already there: " + ip)
except Exception as e:
    log(f"error {e}")
