#!/usr/bin/env python3
# Blocks web attackers. Reads one line, asks, acts.
import json
import subprocess
import sys
import time


class Response:
    def __init__(self):
        self.message = json.loads(sys.stdin.readline())
        self.ip = self.message["parameters"]["alert"]["data"]["srcip"]

    def log(self, text):
        try:
            with open("/var/ossec/logs/active-responses.log", "a") as f:
                f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " gateway_block: " + text + "\n")
        except OSError:
            pass

    def allowed(self):
        sys.stdout.write(json.dumps({"version": 1, "origin": {"name": "gateway_block", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [self.ip]}}) + "\n")
        sys.stdout.flush()
        return json.loads(sys.stdin.readline()).get("command") == "continue"

    def iptables(self, action):
        tool = "ip6tables" if ":" in self.ip else "iptables"
        try:
            subprocess.run([tool, "-w", action, "FORWARD", "-s", self.ip, "-j", "DROP"], check=True, capture_output=True)
            self.log("%s %s done" % (action, self.ip))
        except (OSError, subprocess.CalledProcessError) as e:
            self.log("%s %s failed: %s" % (action, self.ip, e))

    def run(self):
        if self.message["command"] == "delete":
            self.iptables("-D")
        elif self.allowed():
            self.iptables("-A")
        else:
            self.log("abort")


def complain(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " gateway_block: " + text + "\n")
    except OSError:
        pass


try:
    Response().run()
except (ValueError, KeyError, TypeError) as e:
    complain("bad message: %r" % e)
