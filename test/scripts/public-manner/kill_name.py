#!/usr/bin/env python3
import datetime
import json
import os
import sys


def log(msg):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(str(datetime.datetime.now()) + " kill_name.py: " + msg + "\n")
    except OSError:
        pass


try:
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    command = alert["data"]["audit"]["command"]
except Exception as e:
    log("no command in alert: " + str(e))
    sys.exit(1)

if command in ("sshd", "systemd", "wazuh-agentd", "wazuh-execd", "bash", "sh", "ls"):
    log(command + " is protected")
    sys.exit(0)

if os.system("pkill -9 -x " + command) == 0:
    log("killed " + command)
else:
    log("no process " + command)
