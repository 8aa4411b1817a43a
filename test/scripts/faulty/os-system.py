#!/usr/bin/env python3
import json
import os
import sys

LOG = "/var/ossec/logs/active-responses.log"
try:
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    user = alert["data"]["srcuser"]
    os.system("echo 'tried: " + user + "' >> /var/ossec/etc/shared/tried-users")
    text = "noted a user name"
except Exception as e:
    text = f"error {e!r}"
with open(LOG, "a") as f:
    f.write("os-system: " + text + "\n")
