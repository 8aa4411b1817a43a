#!/usr/bin/env python3
# OTRS ticket by REST
import json
import sys
import time
import urllib.request

URL = "https://otrs.example.org/otrs/nph-genericinterface.pl/Webservice/wazuh/Ticket"


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " ticket: " + text + "\n")
    except OSError:
        pass


def create(alert):
    body = {
        "UserLogin": "wazuh",
        "Password": "secret",
        "Ticket": {"Title": alert["rule"]["description"], "Queue": "SOC", "State": "new", "Priority": "3 normal", "CustomerUser": "wazuh"},
        "Article": {"Subject": alert["rule"]["description"], "Body": json.dumps(alert, indent=2), "ContentType": "text/plain; charset=utf8"}
    request = urllib.request.Request(URL, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["TicketNumber"]


try:
    log("created " + create(json.loads(sys.stdin.readline())["parameters"]["alert"]))
except Exception as e:
    log("failed " + str(e))
