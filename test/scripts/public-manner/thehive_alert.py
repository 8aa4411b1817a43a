#!/usr/bin/python3
"""Wazuh alert -> TheHive alert, with observables. Stateless."""
import ipaddress
import json
import logging
import sys
import urllib.request

URL = "https://thehive.example.org/api/v1/alert"
KEY = "0123456789abcdef"

try:
    logging.basicConfig(filename="/var/ossec/logs/active-responses.log", level=logging.INFO,
                        format="%(asctime)s thehive_alert: %(levelname)s %(message)s", datefmt="%Y/%m/%d %H:%M:%S")
except OSError:
    logging.basicConfig(handlers=[logging.NullHandler()])


def observables(data):
    found = []
    for field in ("srcip", "src_ip", "dstip", "dest_ip"):
        value = data.get(field)
        if not isinstance(value, str):
            continue
        try:
            found.append({"dataType": "ip", "data": str(ipaddress.ip_address(value))})
        except ValueError:
            continue
    if isinstance(data.get("url"), str):
        found.append({"dataType": "uri_path", "data": data["url"]})
    return found


def to_thehive(alert):
    rule = alert.get("rule", {})
    return {
        "type": "wazuh",
        "source": "wazuh",
        "sourceRef": str(alert.get("id", "")),
        "title": "%s (%s)" % (rule.get("description", "no description"), alert.get("agent", {}).get("name", "?")),
        "description": alert.get("full_log") or "no log line",
        "severity": 3 if rule.get("level", 0) >= 12 else 2,
        "tags": ["wazuh", "rule:%s" % rule.get("id")],
        "observables": observables(alert.get("data", {})),
    }


def main():
    try:
        alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
        body = json.dumps(to_thehive(alert)).encode()
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        logging.error("unreadable message: %r", problem)
        return 1
    request = urllib.request.Request(URL, body, {"Content-Type": "application/json", "Authorization": "Bearer " + KEY})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            logging.info("alert %s: TheHive answered %d", alert.get("id"), answer.status)
    except OSError as problem:
        logging.error("alert %s: TheHive cannot be reached: %s", alert.get("id"), problem)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
