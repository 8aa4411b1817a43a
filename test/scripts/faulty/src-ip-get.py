#!/usr/bin/env python3
"""Written for Suricata, bound to sshd."""
import json
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("src-ip-get: " + text + "\n")


def main():
    data = json.loads(sys.stdin.readline()).get("parameters", {}).get("alert", {}).get("data", {})
    address = data.get("src_ip")
    if not address:
        log("no address in this alert")
        return
    with open("/var/ossec/etc/shared/blocked", "a") as f:
        f.write(address + "\n")
    log("noted " + address)


try:
    main()
except ValueError as e:
    log("no JSON: %s" % e)
