#!/usr/bin/env python3
# Threat mitigation engine
import subprocess
import time

BLOCKLIST = ["192.0.2.10", "192.0.2.77", "198.51.100.200"]
LOG = "/var/ossec/logs/active-responses.log"


def log(text):
    try:
        with open(LOG, "a") as f:
            f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " mitigation_engine: " + text + "\n")
    except OSError:
        pass


def block(ip):
    try:
        check = subprocess.run(["iptables", "-C", "INPUT", "-s", ip, "-j", "DROP"], capture_output=True)
        if check.returncode != 0:
            subprocess.run(["iptables", "-A", "INPUT", "-s", ip, "-j", "DROP"], check=True, capture_output=True)
        log(ip + " blocked")
    except (OSError, subprocess.CalledProcessError) as e:
        log(ip + " not blocked: " + str(e))


if __name__ == "__main__":
    for ip in BLOCKLIST:
        block(ip)
