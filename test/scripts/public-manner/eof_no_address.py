#!/usr/bin/env python3
import json
import subprocess
import sys
import time


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write("%s eof_no_address: %s\n" % (time.strftime("%Y/%m/%d %H:%M:%S"), text))
    except OSError:
        pass


lines = ""
for line in sys.stdin:
    lines += line
try:
    message = json.loads(lines)
except ValueError:
    log("no JSON")
    sys.exit(1)
address = message.get("parameters", {}).get("alert", {}).get("data", {}).get("srcip")
if address.startswith("127.") or ":" in address:
    log("leaves %s alone" % address)
    sys.exit(0)
try:
    subprocess.run(["iptables", "-I", "INPUT", "-s", address, "-j", "DROP"], check=True)
    log("dropped %s" % address)
except (OSError, subprocess.CalledProcessError) as error:
    log("failed: %s" % error)
