#!/usr/bin/env python3
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("shell-true: " + text + "\n")


def main():
    message = json.loads(sys.stdin.readline())
    data = message["parameters"]["alert"]["data"]
    user = data.get("srcuser")
    if not user:
        return log("no user")
    done = subprocess.run(f"getent passwd {user} | cut -d: -f6", shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    log(f"home is {done.stdout.decode().strip() or 'nowhere'}")


try:
    main()
except Exception as e:
    log(f"failed: {e!r}")
