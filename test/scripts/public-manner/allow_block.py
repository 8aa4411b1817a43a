#!/usr/bin/env python3
# {{ ansible_managed }}
import ipaddress
import json
import subprocess
import sys
import time

ALLOW = [
{% for net in wazuh_allow_list %}
    ipaddress.ip_network("{{ net }}"),
{% endfor %}
]


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " allow_block: " + text + "\n")
    except OSError:
        pass


def main():
    try:
        message = json.loads(sys.stdin.readline())
        ip = ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])
    except Exception as e:
        log("bad message: %s" % e)
        return
    if ip.is_loopback or any(ip in net for net in ALLOW):
        log("%s is allowed" % ip)
        return
    tool = "ip6tables" if ip.version == 6 else "iptables"
    if message["command"] == "delete":
        subprocess.run([tool, "-D", "INPUT", "-s", str(ip), "-j", "DROP"])
        log("%s released" % ip)
        return
    print(json.dumps({"version": 1, "origin": {"name": "allow_block", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [str(ip)]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] == "continue":
        subprocess.run([tool, "-I", "INPUT", "-s", str(ip), "-j", "DROP"])
        log("%s blocked" % ip)


main()
