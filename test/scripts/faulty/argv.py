#!/usr/bin/env python3
import sys
from datetime import datetime

LOG = "/var/ossec/logs/active-responses.log"


def main():
    if len(sys.argv) < 4:
        with open(LOG, "a") as log:
            log.write(f"{datetime.now()} argv.py: usage: argv.py add|delete USER IP\n")
        return 1
    action, user, srcip = sys.argv[1:4]
    with open("/etc/hosts.deny", "a") as deny:
        deny.write(f"ALL: {srcip}\n")
    with open(LOG, "a") as log:
        log.write(f"{datetime.now()} argv.py: {action} {user} {srcip}\n")
    return 0


sys.exit(main())
