#!/usr/bin/env python3
"""Sends a summary of the alert to a web hook (Slack, Teams, Mattermost), or only logs it where there is none.

Wazuh writes one line of JSON to stdin, with the command `add`; what is sent is not taken back. Messages go to
logs/active-responses.log. Put the https address of the web hook into <extra_args> of the command.
Needs Python 3.6 or newer and nothing else.
"""

import json
import urllib.request

# What is told of an alert: a word for the reader, and where the alert has it.
SUMMARY = [
    ("rule", "parameters.alert.rule.id"),
    ("level", "parameters.alert.rule.level"),
    ("agent", "parameters.alert.agent.name"),
    ("source", "parameters.alert.data.srcip"),
    ("location", "parameters.alert.location"),
    ("event", "parameters.alert.id"),
]

# Where the alert says what happened: the first field that is there counts.
TARGET_FIELDS = ["parameters.alert.rule.description"]

# Descriptions that are not sent.
ALLOW_LIST = []

# Seconds to wait for the web hook. Wazuh runs one response at a time, so all others wait as long.
PATIENCE = 10


def parse(value):
    """What happened, short enough for a message."""
    return value[:500]


def objection(target):
    """Why nothing is sent, or None."""
    return "it is on the allow-list" if target in ALLOW_LIST else None


def act(target, message):
    """Sends the summary. Returns what was done, for the log."""
    details = ", ".join("{} {}".format(word, field(message, path) or "-") for word, path in SUMMARY)
    text = f"{target} ({details})"
    hook = web_hook(message)
    if hook is None:
        return f"no web hook in extra_args, so this is only logged: {text}"
    request = urllib.request.Request(
        hook,
        data=json.dumps({"text": text}).encode("utf-8"),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:
        return f"sent, answered {response.status}: {text}"


def web_hook(message):
    """The first extra argument, if there is one. Raises Refusal unless it is an https address."""
    arguments = message["parameters"].get("extra_args") or []
    if not arguments:
        return None
    if not str(arguments[0]).startswith("https://"):
        raise Refusal("the first of extra_args is not an https address")
    return arguments[0]
