#!/usr/bin/env python3
import re
import subprocess
import sys
from datetime import datetime

LOG = "/var/ossec/logs/active-responses.log"


def log(t):
    try:
        with open(LOG, "a") as f:
            f.write(f"{datetime.now():%Y/%m/%d %H:%M:%S} regex_block: {t}\n")
    except OSError:
        pass


raw = sys.stdin.readline()
match = re.search(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}", raw)
if not match:
    log("no IP in the alert")
    sys.exit(0)
ip = match.group(0)
if ip.startswith("127."):
    log("loopback")
    sys.exit(0)

try:
    subprocess.run(["ip", "route", "replace", "blackhole", ip + "/32"], check=True, capture_output=True, timeout=10)
    log(ip + " is null routed")
except Exception as e:
    log(ip + " could not be null routed: " + str(e))
