#!/usr/bin/env python3
import sys
import json
import base64
import urllib.request
import datetime

JIRA = "https://company.atlassian.net/rest/api/2/issue"
AUTH = base64.b64encode(b"wazuh@company.com:api-token").decode()


def log(msg):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(str(datetime.datetime.now()) + " jira_ticket " + msg + "\n")
    except OSError:
        pass


def create(alert):
    fields = {
        "project": {"key": "SOC"},
        "issuetype": {"name": "Incident"},
        "summary": alert["rule"]["description"][:250],
        "description": json.dumps(alert, indent=1),
    }
    req = urllib.request.Request(JIRA, json.dumps({"fields": fields}).encode(), {"Content-Type": "application/json", "Authorization": "Basic " + AUTH})
    with urllib.request.urlopen(req, timeout=10) as res:
        return json.load(res)["key"]


def main():
    try:
        msg = json.loads(sys.stdin.readline())
        log("created " + create(msg["parameters"]["alert"]))
    except Exception as e:
        log("failed: " + str(e))


if __name__ == "main":
    main()
