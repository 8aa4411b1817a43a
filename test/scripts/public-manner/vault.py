#!/usr/bin/env python3
"""Puts a file that VirusTotal knows into a vault. Nothing is deleted; an analyst takes it out by hand.

{"path": ..., "sha256": ..., "when": ...} is kept beside each file.
"""
import hashlib
import json
import os
import shutil
import stat
import sys
import tempfile
import time

VAULT = "/var/ossec/quarantine/vault"
KEEP_OFF = ("/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr", "/var/ossec")


class Refused(Exception):
    pass


def note(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as log:
            log.write("%s vault.py: %s\n" % (time.strftime("%Y/%m/%d %H:%M:%S"), text))
    except OSError:
        pass


def victim(message):
    try:
        path = message["parameters"]["alert"]["data"]["virustotal"]["source"]["file"]
    except (KeyError, TypeError):
        raise Refused("the alert names no file")
    if not isinstance(path, str) or not os.path.isabs(path) or "\0" in path:
        raise Refused("%r is no path" % (path,))
    real = os.path.realpath(path)
    if real != os.path.normpath(path):
        raise Refused("%r leads elsewhere" % path)
    for folder in KEEP_OFF:
        if real == folder or real.startswith(folder + "/"):
            raise Refused("%s is kept off" % real)
    try:
        if not stat.S_ISREG(os.lstat(real).st_mode):
            raise Refused("%s is no plain file" % real)
    except FileNotFoundError:
        raise Refused("%s is gone" % real)
    return real


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def lock_up(path):
    os.makedirs(VAULT, mode=0o700, exist_ok=True)
    cell = tempfile.mkdtemp(dir=VAULT)
    with open(os.path.join(cell, "about.json"), "w") as about:
        json.dump({"path": path, "sha256": digest(path), "when": time.time()}, about)
    shutil.move(path, os.path.join(cell, "file"))
    os.chmod(os.path.join(cell, "file"), 0)
    return cell


def main():
    message = json.loads(sys.stdin.readline())
    if message.get("command") != "add":
        raise Refused("only add does something")
    path = victim(message)
    note("%s is in %s" % (path, lock_up(path)))


try:
    main()
except Refused as why:
    note("nothing done: %s" % why)
except (ValueError, AttributeError) as why:
    note("no message of execd: %s" % why)
except OSError as why:
    note("failed: %s" % why)
    sys.exit(1)
