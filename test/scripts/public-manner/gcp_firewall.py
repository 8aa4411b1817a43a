#!/usr/bin/env python3
import ipaddress
import json
import subprocess
import sys
from datetime import datetime

PROJECT = "my-project"
NETWORK = "default"


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(f"{datetime.now():%Y/%m/%d %H:%M:%S} gcp_firewall: {text}\n")
    except OSError:
        pass


def gcloud(*args):
    return subprocess.run(["gcloud", "--quiet", "--project", PROJECT, "compute", "firewall-rules", *args],
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=90)


def main():
    try:
        request = json.loads(sys.stdin.readline())
        ip = ipaddress.ip_address(request["parameters"]["alert"]["data"]["srcip"])
    except Exception as e:
        log(f"unusable message: {e}")
        return
    if ip.is_loopback or ip in ipaddress.ip_network("10.128.0.0/9"):
        log(f"{ip} is internal")
        return
    if request["command"] != "add":
        log("Invalid command")
        return
    print(json.dumps({"version": 1, "origin": {"name": "gcp_firewall", "module": "active-response"},
                      "command": "check_keys", "parameters": {"keys": [str(ip)]}}), flush=True)
    reply = json.loads(sys.stdin.readline())
    if reply["command"] != "continue":
        log(f"{ip}: aborted")
        return
    try:
        name = "wazuh-" + str(ip).replace(".", "-").replace(":", "-")
        done = gcloud("create", name, "--network", NETWORK, "--action", "DENY", "--rules", "all", "--source-ranges", str(ip), "--priority", "500")
        log(f"{ip}: " + ("denied" if done.returncode == 0 else done.stderr.strip()))
    except (OSError, subprocess.SubprocessError) as e:
        log(f"{ip}: gcloud: {e}")


main()
