#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)
import time

sys.stdin.readline()
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("daemon: loose\n")
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        # Holds stdin, stdout and stderr, in a session of its own.
        while True:
            time.sleep(0.1)
