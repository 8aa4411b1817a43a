#!/usr/bin/env python3
"""Watches for alerts. (It is started once for each alert, though.)"""
import json
import sys


def handle(line):
    try:
        alert = json.loads(line)["parameters"]["alert"]
    except (ValueError, KeyError):
        return "not an alert"
    return f"rule {alert['rule']['id']} fired for {alert['data'].get('srcip', 'nobody')}"


for line in sys.stdin:
    with open("/var/ossec/logs/active-responses.log", "a") as log:
        log.write(f"eof-for-line: {handle(line)}\n")
