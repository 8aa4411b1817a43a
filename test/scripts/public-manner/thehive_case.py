#!/usr/bin/env python3
# Creates a case in TheHive 5
import json
import sys
import urllib.request
from datetime import datetime

THEHIVE = "http://thehive.lab.local:9000/api/v1/case"
APIKEY = "PASTE-YOUR-KEY"
LOG = open("/var/ossec/logs/active-responses.log", "a")


def log(text):
    LOG.write("{} thehive_case: {}\n".format(datetime.now().strftime("%Y/%m/%d %H:%M:%S"), text))
    LOG.flush()


alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
rule = alert["rule"]

severity = 1
if int(rule["level"]) >= 7:
    severity = 2
if int(rule["level"]) >= 12:
    severity = 3

case = {
    "title": rule["description"],
    "description": "```\n" + json.dumps(alert, indent=2) + "\n```",
    "severity": severity,
    "tags": ["wazuh", "rule=" + rule["id"], "agent=" + alert["agent"]["name"]],
}
request = urllib.request.Request(THEHIVE, json.dumps(case).encode("utf-8"))
request.add_header("Content-Type", "application/json")
request.add_header("Authorization", "Bearer " + APIKEY)

try:
    reply = urllib.request.urlopen(request)
    log("case created, status " + str(reply.status))
except Exception as e:
    log("case not created: " + str(e))
