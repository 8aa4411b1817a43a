#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)
import signal
import time

sys.stdin.readline()
for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("ignores-sigterm: loose\n")
while True:
    time.sleep(1)
