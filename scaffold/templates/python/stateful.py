#!/usr/bin/env python3
"""Acts on the alert's source address, and takes it back at the timeout.

Wazuh writes one line of JSON to stdin. For `add` the script names its target, waits for `continue`, and acts; for
`delete`, which comes at the timeout, it takes back what `add` did. Messages go to logs/active-responses.log.
Needs Python 3.6 or newer and nothing else.
"""

import ipaddress
import json
import os
import sys
import time

# Where the alert names the target: the first field that is there counts.
TARGET_FIELDS = ["parameters.alert.data.srcip"]

# Targets that are left alone, whatever an alert says. Add your own.
ALLOW_LIST = ["127.0.0.1", "::1"]


def parse(value):
    """The target in one spelling: it is the key, and what `delete` gets. Raises ValueError for what is none."""
    return str(ipaddress.ip_address(value))


def objection(target):
    """Why `add` leaves the target alone, or None."""
    return "it is on the allow-list" if target in ALLOW_LIST else None


def add(target):
    """Put your action here, and say at the top what it does. What must be known to take it back goes into the note."""
    with open(note(target), "w", encoding="utf-8") as file:
        file.write("handled since {}\n".format(time.strftime("%Y/%m/%d %H:%M:%S")))


def delete(target):
    """Take back exactly what `add` did, and nothing if there is no note of it."""
    if not os.path.exists(note(target)):
        raise Refusal(f"there is no note of {target}, so nothing is taken back")
    os.remove(note(target))


def note(target):
    """The file that remembers what was done to a target."""
    return os.path.join(HOME, "active-response", "{}-{}.note".format(NAME, target.replace(":", "_")))


# ---------------------------------------- How it talks to Wazuh ----------------------------------------

NAME = os.path.basename(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LOG_FILE = os.path.join(HOME, "logs", "active-responses.log")


class Refusal(Exception):
    """A reason not to act that is worth a line in the log."""


def log(text):
    """Adds a line in Wazuh's own format. Control characters are replaced: they could forge lines."""
    line = "{} active-response/bin/{}: {}\n".format(
        time.strftime("%Y/%m/%d %H:%M:%S"),
        NAME,
        "".join(character if character.isprintable() else "?" for character in text),
    )
    try:
        with open(LOG_FILE, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(line)
    except OSError as error:
        sys.stderr.write(f"{LOG_FILE}: {error}\n{line}")


def receive():
    """The next message. One line, never to the end of stdin: Wazuh keeps it open while it waits for an answer."""
    line = sys.stdin.buffer.readline()
    if not line:
        raise Refusal("stdin ended before a message came")
    message = json.loads(line.decode("utf-8", "replace"))
    if not isinstance(message, dict):
        raise Refusal("the message is not a JSON object")
    return message


def field(message, path):
    """What stands at a path like `parameters.alert.data.srcip`, as text, or None."""
    value = message
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return str(value) if isinstance(value, (str, int, float)) and value != "" else None


def find_target(message):
    """The target that the alert names."""
    for path in TARGET_FIELDS:
        value = field(message, path)
        if value is not None:
            return value
    raise Refusal("the alert has no " + " and no ".join(TARGET_FIELDS))


def log_message(message):
    """Logs the message as Wazuh's own responses do: its rules 650 to 657 make an alert of the line."""
    parameters = message.get("parameters")
    if isinstance(parameters, dict):
        # Extra arguments may hold a secret.
        parameters = {name: value for name, value in parameters.items() if name != "extra_args"}
    log(json.dumps(dict(message, parameters=parameters), separators=(",", ":")))


def ask(key):
    """Tells Wazuh what this run is about. The answer is `continue`, or `abort` while the same key is pending."""
    question = {
        "version": 1,
        "origin": {"name": NAME, "module": "active-response"},
        "command": "check_keys",
        "parameters": {"keys": [key]},
    }
    sys.stdout.write(json.dumps(question) + "\n")
    sys.stdout.flush()
    return field(receive(), "command")


def main():
    message = receive()
    log_message(message)
    command = field(message, "command")
    if command not in ("add", "delete"):
        raise Refusal(f"unknown command: {command}")
    target = parse(find_target(message))
    if command == "delete":
        delete(target)
        log(f"delete: {target} is done")
        return
    reason = objection(target)
    if reason is not None:
        log(f"add: {target} is left alone: {reason}")
        return
    answer = ask(target)
    if answer == "abort":
        log(f"add: {target} is pending already")
        return
    if answer != "continue":
        raise Refusal(f"expected continue or abort, got: {answer}")
    add(target)
    log(f"add: {target} is done")


if __name__ == "__main__":
    try:
        main()
    except Exception as error:  # Nobody reads the stderr of a response, so a traceback would be lost.
        log(f"failed: {type(error).__name__}: {error}")
        sys.exit(1)
