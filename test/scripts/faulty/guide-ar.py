#!/usr/bin/env python3
# Reads everything, acts, asks afterwards with the rule's id, and looks for the address in the wrong place.
import json
import sys

LOG = "/var/ossec/logs/active-responses.log"
alert_data = sys.stdin.read()
message = json.loads(alert_data)
alert = message.get("parameters", {}).get("alert", {})
src_ip = alert.get("srcip", "unknown")
rule_id = alert.get("rule", {}).get("id")
with open(LOG, "a") as log:
    log.write(f"guide-ar: {message.get('command')} for {src_ip}\n")
if message.get("command") == "add":
    with open("/etc/hosts.deny", "a") as deny:
        deny.write(f"ALL: {src_ip}\n")
    print(json.dumps({"version": 1, "origin": {"name": "guide-ar", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [rule_id]}}))
elif message.get("command") == "delete":
    with open("/etc/hosts.deny") as deny:
        lines = [line for line in deny if src_ip not in line]
    with open("/etc/hosts.deny", "w") as deny:
        deny.writelines(lines)
