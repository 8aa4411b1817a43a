#!/usr/bin/env python3
import json
import os
import subprocess
import sys


class DisableAccount:
    LOG = "/var/ossec/logs/active-responses.log"

    def __init__(self):
        self.msg = json.loads(sys.stdin.readline())
        self.user = self.msg["parameters"]["alert"]["data"].get("dstuser")

    def log(self, text):
        with open(self.LOG, "a") as f:
            f.write(f"{os.path.basename(__file__)}: {text}\n")

    def run(self):
        if not self.user or not self.user.isalnum() or self.user == "root":
            return self.log("no account to disable")
        if self.msg["command"] == "add":
            subprocess.run(["usermod", "-L", self.user], check=True, stderr=subprocess.DEVNULL)
            self.log(f"locked {self.user}")
        elif self.msg["command"] == "delete":
            subprocess.run(["usermod", "-U", self.user], check=True, stderr=subprocess.DEVNULL)
            self.log(f"unlocked {self.user}")


DisableAccount().run()
