#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)

sys.stdin.readline()
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("endless-errors: loose\n")
while True:
    os.write(2, b"x" * 65536)
