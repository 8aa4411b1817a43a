#!/usr/bin/env python3
"""Moves a suspicious new file away, and back when the timeout is over and nobody has looked."""
import hashlib
import json
import logging
import os
import shutil
import sys

try:
    logging.basicConfig(filename="/var/ossec/logs/active-responses.log", level=logging.INFO,
                        format="%(asctime)s quarantine-restore: %(message)s", datefmt="%Y/%m/%d %H:%M:%S")
except OSError:
    pass  # A log that is away is no reason to leave the file where it is.
JAIL = "/var/ossec/quarantine"
SYSTEM = ("/bin/", "/sbin/", "/lib", "/usr/", "/etc/", "/boot/", "/var/ossec/", "/proc/", "/dev/", "/sys/")


def target(alert):
    path = alert.get("syscheck", {}).get("path")
    if not isinstance(path, str) or not path.startswith("/") or "\0" in path or ".." in path.split("/"):
        raise ValueError(f"no file to move: {path!r}")
    if path.startswith(SYSTEM):
        raise ValueError(f"a system file is left where it is: {path}")
    return path


def cell(path):
    return os.path.join(JAIL, hashlib.sha256(path.encode()).hexdigest())


def add(path):
    print(json.dumps({"version": 1, "origin": {"name": "quarantine-restore", "module": "active-response"},
                      "command": "check_keys", "parameters": {"keys": [path]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        return logging.info("%r is in quarantine already", path)
    if not os.path.isfile(path) or os.path.islink(path):
        return logging.info("%r is no plain file any more", path)
    os.makedirs(JAIL, mode=0o700, exist_ok=True)
    shutil.move(path, cell(path))
    logging.info("%r is in quarantine", path)


def delete(path):
    if os.path.exists(cell(path)) and not os.path.lexists(path):
        shutil.move(cell(path), path)
        return logging.info("%r is back", path)
    logging.info("%r was not in quarantine", path)


if __name__ == "__main__":
    try:
        message = json.loads(sys.stdin.readline())
        actions = {"add": add, "delete": delete}
        actions[message["command"]](target(message["parameters"]["alert"]))
    except Exception as problem:
        logging.error("not done: %s", problem)
