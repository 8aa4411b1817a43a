#!/usr/bin/env python3
import ipaddress
import json
import sys
import time


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as out:
            out.write(time.strftime("%Y/%m/%d %H:%M:%S") + " keys-only.py: " + text + "\n")
    except OSError:
        pass


def add(ip):
    print(json.dumps({"version": 1, "origin": {"name": "keys-only", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        return log("abort for " + ip)
    log("Started")
    log("Ended")


try:
    message = json.loads(sys.stdin.readline())
    address = ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])
    if address.is_loopback:
        log("not the host itself")
    elif message["command"] == "add":
        add(str(address))
    else:
        log("Ended")
except Exception as problem:
    log("nothing done: " + str(problem))
