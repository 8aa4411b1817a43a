#!/usr/bin/env python3
# Bridge from Wazuh to fail2ban
# called as: f2b_bridge.py add|delete user srcip
import subprocess
import sys
from datetime import datetime

JAIL = "recidive"


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("%s f2b_bridge %s\n" % (datetime.now(), text))


def main():
    action = sys.argv[1] if len(sys.argv) > 1 else ""
    ip = sys.argv[3] if len(sys.argv) > 3 else ""
    if not ip:
        log("called without an address")
        sys.exit(1)
    verb = "banip" if action == "add" else "unbanip"
    code = subprocess.call(["fail2ban-client", "set", JAIL, verb, ip])
    log("%s %s -> %d" % (verb, ip, code))


if __name__ == "__main__":
    main()
