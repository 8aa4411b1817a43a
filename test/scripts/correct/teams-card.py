#!/usr/bin/env python3
import http.client
import json
import ssl
import sys
from datetime import datetime, timezone

HOST, PATH = "example.webhook.office.com", "/webhookb2/0000"


def log(message):
    with open("/var/ossec/logs/active-responses.log", "a", encoding="utf-8") as handle:
        handle.write(f"{datetime.now(timezone.utc).isoformat()} teams-card {message}\n")


def card(alert):
    rule = alert.get("rule", {})
    facts = {"Agent": alert.get("agent", {}).get("name"), "Level": rule.get("level"), "Source": alert.get("data", {}).get("srcip")}
    return {"@type": "MessageCard", "title": rule.get("description", "?"),
            "sections": [{"facts": [{"name": k, "value": str(v)} for k, v in facts.items() if v]}]}


def post(body):
    connection = http.client.HTTPSConnection(HOST, timeout=6, context=ssl.create_default_context())
    try:
        connection.request("POST", PATH, json.dumps(body), {"Content-Type": "application/json"})
        return connection.getresponse().status
    finally:
        connection.close()


def main():
    line = sys.stdin.readline()
    try:
        alert = json.loads(line)["parameters"]["alert"]
    except (ValueError, KeyError, TypeError):
        log("got no alert")
        return
    body = card(alert)
    try:
        log(f"sent, status {post(body)}: {body['title']}")
    except OSError as error:
        log(f"not sent, {error}: {body['title']}")


main()
