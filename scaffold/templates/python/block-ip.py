#!/usr/bin/env python3
"""Drops packets from the alert's source address, and lets them in again at the timeout.

Wazuh writes one line of JSON to stdin. For `add` the script names its target, waits for `continue`, and acts; for
`delete`, which comes at the timeout, it takes back what `add` did. Messages go to logs/active-responses.log.
Needs Linux with iptables (and ip6tables for IPv6), Python 3.6 or newer, and nothing else.
"""

import ipaddress
import os
import shutil
import subprocess

# Where the alert names the target: the first field that is there counts.
TARGET_FIELDS = ["parameters.alert.data.srcip", "parameters.alert.data.win.eventdata.ipAddress"]

# Addresses and networks that are never blocked, whatever an alert says: an attacker can forge a log line.
# This machine's own addresses are left alone too.
ALLOW_LIST = [
    "127.0.0.0/8",  # loopback
    "::1/128",
    "169.254.0.0/16",  # link-local
    "fe80::/10",
    "224.0.0.0/4",  # multicast
    "ff00::/8",
    "0.0.0.0/8",  # no address of anybody
    "::/128",
    # "192.0.2.10",  # your Wazuh server
    # "192.0.2.0/24",  # your administrators' network
]

CHAINS = ["INPUT", "FORWARD"]


def parse(value):
    """The address, in one spelling. Raises an exception for what is none."""
    if "%" in value:
        raise Refusal(f"an address with a zone: {value}")
    address = ipaddress.ip_address(value)
    return str(getattr(address, "ipv4_mapped", None) or address)


def objection(target):
    """Why `add` leaves the address alone, or None."""
    address = ipaddress.ip_address(target)
    for entry in ALLOW_LIST:
        network = ipaddress.ip_network(entry, strict=False)
        if network.version == address.version and address in network:
            return f"{entry} is on the allow-list"
    return "it is an address of this machine" if target in own_addresses() else None


def own_addresses():
    """The addresses of this machine, as far as `hostname` tells."""
    program = shutil.which("hostname")
    if program is None:
        return []
    done = subprocess.run(
        [program, "-I"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=10,
        check=False,
    )
    return done.stdout.decode().split()


def add(target):
    """Puts our rule first in each chain, once."""
    for chain in CHAINS:
        if not iptables(target, "-C", chain):
            need(iptables(target, "-I", chain), f"the rule was not added to {chain}")


def delete(target):
    """Takes our rule out of each chain that has it."""
    for chain in CHAINS:
        if iptables(target, "-C", chain):
            need(iptables(target, "-D", chain), f"the rule is still in {chain}")


def iptables(target, action, chain):
    """Runs iptables or ip6tables without a shell; whether it succeeded. The comment marks the rule as ours."""
    name = "iptables" if ipaddress.ip_address(target).version == 4 else "ip6tables"
    program = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    need(program, f"{name} is not installed")
    rule = [chain, "-s", target, "-m", "comment", "--comment", NAME, "-j", "DROP"]
    done = subprocess.run(
        [program, "-w", action] + rule,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=30,
        check=False,
    )
    if done.returncode != 0 and action != "-C":
        log(f"{name} {action}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.returncode == 0


def need(condition, complaint):
    """Raises the complaint unless the condition holds."""
    if not condition:
        raise Refusal(complaint)
