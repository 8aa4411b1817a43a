#!/usr/bin/env python3
import fcntl
import ipaddress
import json
import os
import sys
import time

DENY = "/etc/hosts.deny"
LOCK = "/var/ossec/var/run/hosts-deny.lock"


def log(text):
    stamp = time.strftime("%Y/%m/%d %H:%M:%S")
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        print(stamp, "active-response/bin/hosts-deny.py:", text, file=f)


def receive():
    return json.loads(sys.stdin.readline())


def rewrite(change):
    """Replaces the file in one go, so that nobody ever reads half of it."""
    with open(LOCK, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open(DENY) as f:
            before = f.readlines()
        after = change(before)
        if after == before:
            return False
        with open(DENY, "r+") as f:
            f.writelines(after)
            f.truncate()
        return True


def main():
    msg = receive()
    try:
        ip = str(ipaddress.ip_address(msg["parameters"]["alert"]["data"]["srcip"]))
    except (KeyError, ValueError) as e:
        return log(f"no address to deny ({e})")
    if ipaddress.ip_address(ip).is_loopback:
        return log(f"{ip} stays allowed")
    entry = f"ALL: [{ip}]\n" if ":" in ip else f"ALL: {ip}\n"
    if msg["command"] == "delete":
        gone = rewrite(lambda lines: [line for line in lines if line != entry])
        return log(f"{ip} {'allowed again' if gone else 'was not denied'}")
    ask = {"version": 1, "origin": {"name": "hosts-deny", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}
    sys.stdout.write(json.dumps(ask) + "\n")
    sys.stdout.flush()
    if receive()["command"] != "continue":
        return log(f"{ip} is denied already")
    rewrite(lambda lines: lines if entry in lines else lines + [entry])
    log(f"{ip} denied")


try:
    main()
except Exception as e:
    log(f"error: {e}")
    os._exit(1)
