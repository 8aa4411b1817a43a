#!/usr/bin/env python3
"""Ends all sessions of an account that logged in after many failures (rule 40112)."""
import json
import logging
import pwd
import subprocess
import sys

log = logging.getLogger()
log.setLevel("INFO")
try:
    _handler = logging.FileHandler("/var/ossec/logs/active-responses.log")
except OSError:
    _handler = logging.NullHandler()
_handler.setFormatter(logging.Formatter("%(asctime)s kick_session: %(message)s"))
log.addHandler(_handler)


def account(alert: dict) -> pwd.struct_passwd:
    name = alert.get("data", {}).get("dstuser")
    if not name:
        raise LookupError("the alert names no account")
    entry = pwd.getpwnam(name)
    if entry.pw_uid < 1000 or entry.pw_name in ("nobody", "ansible"):
        raise LookupError("%s keeps its sessions" % entry.pw_name)
    return entry


def kick(entry: pwd.struct_passwd) -> str:
    done = subprocess.run(["pkill", "-KILL", "-U", str(entry.pw_uid)], stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
    return {0: "sessions ended", 1: "has no processes"}.get(done.returncode, "pkill failed: %r" % done.stderr)


def main() -> None:
    message = json.loads(sys.stdin.readline())
    if message.get("command") != "add":
        log.info("only add does something")
        return
    entry = account(message["parameters"]["alert"])
    log.info("%s: %s", entry.pw_name, kick(entry))


try:
    main()
except (ValueError, LookupError, TypeError, AttributeError, OSError, subprocess.SubprocessError) as why:
    log.warning("nothing done: %s", why)
