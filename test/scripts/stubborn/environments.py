#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)
import glob

sys.stdin.readline()
names = set(os.environ)
for path in glob.glob("/proc/[0-9]*/environ"):
    try:
        with open(path, "rb") as file:
            names |= {pair.split(b"=")[0].decode("utf-8", "replace") for pair in file.read().split(b"\0") if pair}
    except OSError:
        pass
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(f"environments: loose; got {' '.join(sorted(names - {'PATH', 'LANG', 'PWD', 'SHLVL', '_', 'OLDPWD', 'LC_CTYPE'})) or 'nothing'}\n")
