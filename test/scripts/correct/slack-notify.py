#!/usr/bin/env python3
# Tells a Slack channel about an alert. The web hook is the first extra argument.
import json
import sys
import time
import urllib.request

LOG = "/var/ossec/logs/active-responses.log"
HOOK = "https://hooks.slack.example/services/T000/B000/XXXX"


def log(text):
    with open(LOG, "a") as out:
        out.write(time.strftime("%Y/%m/%d %H:%M:%S") + " slack-notify: " + text + "\n")


def main():
    message = json.loads(sys.stdin.readline())
    parameters = message["parameters"]
    rule = parameters["alert"].get("rule", {})
    hook = (parameters.get("extra_args") or [HOOK])[0]
    text = f"Level {rule.get('level')}: {rule.get('description')} on {parameters['alert'].get('agent', {}).get('name')}"
    request = urllib.request.Request(hook, json.dumps({"text": text}).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=5):
            log("sent: " + text)
    except OSError as problem:
        log(f"not sent ({problem}): {text}")


if __name__ == "__main__":
    try:
        main()
    except Exception as problem:
        log(f"failed: {problem!r}")
