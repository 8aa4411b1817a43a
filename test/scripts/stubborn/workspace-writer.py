#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)

sys.stdin.readline()
# Wherever it can be: the test gives these folders a file that must stay as it is.
for folder in ["/work", "/workspace", "/root", "/home", "/mnt", "/tmp", os.path.dirname(os.path.abspath(__file__)), os.getcwd()]:
    for root, _, files in os.walk(folder):
        for name in files:
            try:
                with open(os.path.join(root, name), "a") as file:
                    file.write("was here\n")
            except OSError:
                pass
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("workspace-writer: loose\n")
