#!/usr/bin/env python3
import json
import sys

LOG = "/var/ossec/logs/active-responses.log"
DENY = "/etc/hosts.deny"


def log(text):
    with open(LOG, "a") as f:
        f.write(text + "\n")


try:
    message = json.loads(sys.stdin.readline())
except ValueError:
    log("plain-hosts: no message")
    sys.exit(0)
ip = message["parameters"]["alert"]["data"]["srcip"]
line = "ALL: " + ip + "\n"

if message["command"] == "add":
    sys.stdout.write(json.dumps({
        "version": 1,
        "origin": {"name": "plain-hosts", "module": "active-response"},
        "command": "check_keys",
        "parameters": {"keys": [ip]},
    }) + "\n")
    sys.stdout.flush()
    answer = json.loads(sys.stdin.readline())
    if answer["command"] != "continue":
        log("plain-hosts: abort for " + ip)
        sys.exit(0)
    with open(DENY, "a") as f:
        f.write(line)
    log("plain-hosts: denied " + ip)
elif message["command"] == "delete":
    with open(DENY) as f:
        lines = f.readlines()
    with open(DENY, "w") as f:
        f.writelines(each for each in lines if each != line)
    log("plain-hosts: allowed " + ip)
