#!/usr/bin/env python3
"""Lets the alert's account expire, so that neither password nor key logs in, and restores it at the timeout.

Wazuh writes one line of JSON to stdin. For `add` the script names its target, waits for `continue`, and acts; for
`delete`, which comes at the timeout, it takes back what `add` did. Messages go to logs/active-responses.log.
Needs Linux with usermod, Python 3.6 or newer, and nothing else. Sessions that are open already stay open.
"""

import os
import re
import shutil
import subprocess

# Where the alert names the account: the first field that is there counts.
TARGET_FIELDS = ["parameters.alert.data.dstuser"]

# Accounts that are never disabled, whatever an alert says: an attacker can type any name. Add your administrators.
ALLOW_LIST = [
    "root",
    "nobody",
    "wazuh",
    # "admin",
]

# Accounts below are the system's own (UID_MIN in /etc/login.defs).
FIRST_USER_ID = 1000

# The day on which a disabled account expired: 2 January 1970.
LONG_AGO = "1"


def parse(value):
    """The name, if it can be one of an account. Raises Refusal for anything else."""
    if not re.match(r"[A-Za-z_][A-Za-z0-9_.-]{0,31}\Z", value):
        raise Refusal(f"not the name of a local account: {value}")
    return value


def objection(target):
    """Why `add` leaves the account alone, or None."""
    if target in ALLOW_LIST:
        return "it is on the allow-list"
    account = entry("/etc/passwd", target)
    if account is None:
        return "it is not a local account"
    return "it is an account of the system" if int(account[2]) < FIRST_USER_ID else None


def add(target):
    """Notes when the account would expire, then lets it expire."""
    if not os.path.exists(note(target)):
        day = expiry(target)
        with open(note(target), "x", encoding="utf-8", opener=private) as file:
            file.write(day)
    expire(target, LONG_AGO)


def delete(target):
    """Restores the day that the note says, unless somebody else has changed it since."""
    try:
        with open(note(target), encoding="utf-8") as file:
            day = file.read().strip()
    except FileNotFoundError:
        raise Refusal(f"there is no note of {target}, so nothing is taken back") from None
    if expiry(target) == LONG_AGO:
        expire(target, day)
    os.remove(note(target))


def expire(target, day):
    """Sets the day on which the account expires, counted from 1970; empty for never. Without a shell."""
    program = shutil.which("usermod", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if program is None:
        raise Refusal("usermod is not installed")
    done = subprocess.run(
        [program, "--expiredate", day, target],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=30,
        check=False,
    )
    if done.returncode != 0:
        raise Refusal("usermod: " + done.stderr.decode("utf-8", "replace").strip())


def expiry(target):
    """The day on which the account expires, as /etc/shadow has it; empty for never."""
    account = entry("/etc/shadow", target)
    if account is None:
        raise Refusal(f"{target} is not in /etc/shadow")
    return account[7]


def entry(path, target):
    """The fields of a local account in /etc/passwd or /etc/shadow, or None."""
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            fields = line.rstrip("\n").split(":")
            if fields[0] == target:
                return fields
    return None


def note(target):
    """The file that remembers the day on which the account would expire."""
    return os.path.join(HOME, "active-response", f"{NAME}-{target}.note")


def private(path, flags):
    """Opens a file that only root can read."""
    return os.open(path, flags, 0o600)
