#!/usr/bin/env python3
"""Hands the alert to a queue of our own; another service works on it."""
import json
import os
import sys
import tempfile
import time

SPOOL = "/var/spool/soc"


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write(f"{time.strftime('%Y/%m/%d %H:%M:%S')} forward.py: {text}\n")


def main():
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    os.makedirs(SPOOL, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=SPOOL, suffix=".json", delete=False) as f:
        json.dump(alert, f)
    log(f"queued alert {alert.get('id')} as {os.path.basename(f.name)}")


if __name__ == "__main__":
    try:
        main()
    except Exception as error:
        log(f"not queued: {error!r}")
