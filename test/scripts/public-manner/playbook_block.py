#!/usr/bin/env python3
# Has a playbook block the address on all hosts
import json
import subprocess
import sys
import time

LOG = "/var/ossec/logs/active-responses.log"


def log(text):
    try:
        with open(LOG, "a") as f:
            f.write("%s playbook_block: %s\n" % (time.strftime("%Y/%m/%d %H:%M:%S"), text))
    except OSError:
        pass


def main():
    try:
        message = json.loads(sys.stdin.readline())
        address = message["parameters"]["alert"]["data"]["srcip"]
    except (ValueError, KeyError, TypeError) as error:
        log("no address: %r" % error)
        return 1
    if message["command"] != "add":
        log("nothing is defined for %s" % message["command"])
        return 0
    words = ["ansible-playbook", "/etc/ansible/block.yml", "-e", "address=" + address]
    try:
        result = subprocess.run(words, capture_output=True, text=True, timeout=120)
        log("ansible-playbook answered %d for %s" % (result.returncode, address))
    except Exception as error:
        log("ansible-playbook was not run: %s" % error)
        return 1
    return 0


sys.exit(main())
