#!/usr/bin/env python3
# wazuh-ar: blocks the address
"""Keeps an address out with /etc/hosts.deny, and lets it in again at the timeout."""

import ipaddress
import json
import os
import sys
import time

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LOG = os.path.join(HOME, "logs", "active-responses.log")
DENIED = "/etc/hosts.deny"
NEVER = [ipaddress.ip_network(name) for name in ("127.0.0.0/8", "::1/128", "192.0.2.0/24")]


def log(text):
    when = time.strftime("%Y/%m/%d %H:%M:%S")
    with open(LOG, "a", encoding="utf-8") as file:
        file.write(f"{when} active-response/bin/deny-host.py: {text}\n")


def receive():
    """One line. Wazuh keeps stdin open, so reading to its end would wait for ever."""
    return json.loads(sys.stdin.readline())


def attacker(message):
    """The address in the alert; whatever is not an address ends the script."""
    return ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])


def may_go_on(address):
    """Asks Wazuh whether this address is being handled already."""
    question = {
        "version": 1,
        "origin": {"name": "deny-host.py", "module": "active-response"},
        "command": "check_keys",
        "parameters": {"keys": [str(address)]},
    }
    print(json.dumps(question), flush=True)
    return receive()["command"] == "continue"


def lines_without(address):
    if not os.path.exists(DENIED):
        return []
    with open(DENIED, encoding="utf-8") as file:
        return [line for line in file if line != rule(address)]


def rule(address):
    return f"ALL:{address}\n" if address.version == 4 else f"ALL:[{address}]\n"


def write(lines):
    with open(DENIED, "w", encoding="utf-8") as file:
        file.writelines(lines)


def main():
    message = receive()
    address = attacker(message)
    if message["command"] == "delete":
        write(lines_without(address))
        log(f"lets {address} in again")
    elif any(address in network for network in NEVER if network.version == address.version):
        log(f"leaves {address} alone: it is one of ours")
    elif may_go_on(address):
        write([*lines_without(address), rule(address)])
        log(f"keeps {address} out")
    else:
        log(f"{address} is kept out already")


try:
    main()
except Exception as problem:
    log(f"did nothing: {type(problem).__name__}: {problem}")
    sys.exit(1)
