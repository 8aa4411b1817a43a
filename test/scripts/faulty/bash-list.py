#!/usr/bin/env python3
# A list does not help when the list begins with a shell.
import json
import subprocess
import sys


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a") as f:
        f.write("bash-list: " + text + "\n")


def main():
    data = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]
    account = data.get("srcuser")
    if not account:
        return log("no account")
    done = subprocess.run(["/bin/sh", "-c", f"grep -c \"{account}\" /etc/passwd"], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    log("mentioned %s times" % done.stdout.decode().strip())


try:
    main()
except Exception as e:
    log("failed: %r" % e)
