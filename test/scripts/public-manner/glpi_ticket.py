#!/usr/bin/env python3
# Fill these in before you copy the script to the manager:
GLPI_URL = "https://glpi.example.org/apirest.php"
APP_TOKEN = "FILL_ME_IN"
USER_TOKEN = "FILL_ME_IN"

import json
import sys
import time
import urllib.request


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " glpi_ticket: " + text + "\n")
    except OSError:
        pass


def request(path, headers, body=None):
    r = urllib.request.Request(GLPI_URL + path, data=body, headers=headers)
    with urllib.request.urlopen(r, timeout=10) as answer:
        return json.load(answer)


def ticket(alert):
    headers = {"App-Token": APP_TOKEN, "Content-Type": "application/json"}
    session = request("/initSession", dict(headers, Authorization="user_token " + USER_TOKEN))["session_token"]
    headers["Session-Token"] = session
    text = {"name": "Wazuh: " + alert["rule"]["description"], "content": json.dumps(alert, indent=2), "urgency": 4}
    return request("/Ticket", headers, json.dumps({"input": text}).encode())["id"]


try:
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
except Exception:
    log("that is no message of execd")
    sys.exit(1)

try:
    log("ticket %s for rule %s" % (ticket(alert), alert["rule"]["id"]))
except Exception as e:
    log("no ticket for rule %s: %s" % (alert.get("rule", {}).get("id"), e))
    sys.exit(1)
