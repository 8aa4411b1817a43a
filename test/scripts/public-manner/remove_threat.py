#!/usr/bin/python3
# Removes a file that VirusTotal knows. After the template of the documentation.

import os
import sys
import json
import datetime

LOG_FILE = "/var/ossec/logs/active-responses.log"

ADD_COMMAND = 0
DELETE_COMMAND = 1
CONTINUE_COMMAND = 2
ABORT_COMMAND = 3

OS_SUCCESS = 0
OS_INVALID = -1


class Message:
    def __init__(self):
        self.alert = ""
        self.command = OS_INVALID


def write_debug_file(ar_name, msg):
    with open(LOG_FILE, mode="a") as log_file:
        log_file.write(datetime.datetime.now().strftime('%Y/%m/%d %H:%M:%S') + " " + ar_name + ": " + msg + "\n")


def get_message(name):
    result = Message()
    line = sys.stdin.readline()
    try:
        result.alert = json.loads(line)
    except ValueError:
        write_debug_file(name, 'Decoding JSON has failed, invalid input format')
        return result
    command = result.alert.get("command")
    if command == "add":
        result.command = ADD_COMMAND
    elif command == "delete":
        result.command = DELETE_COMMAND
    return result


def send_keys(name, keys):
    print(json.dumps({"version": 1, "origin": {"name": name, "module": "active-response"}, "command": "check_keys", "parameters": {"keys": keys}}))
    sys.stdout.flush()
    try:
        data = json.loads(sys.stdin.readline())
    except ValueError:
        return OS_INVALID
    return {"continue": CONTINUE_COMMAND, "abort": ABORT_COMMAND}.get(data.get("command"), OS_INVALID)


def main(argv):
    name = argv[0]
    write_debug_file(name, "Started")
    msg = get_message(name)
    if msg.command < 0:
        sys.exit(OS_INVALID)

    if msg.command == ADD_COMMAND:
        alert = msg.alert["parameters"]["alert"]
        action = send_keys(name, [alert["rule"]["id"]])
        if action != CONTINUE_COMMAND:
            write_debug_file(name, "Aborted")
            sys.exit(OS_SUCCESS)
        try:
            os.remove(alert["data"]["virustotal"]["source"]["file"])
            write_debug_file(name, json.dumps(msg.alert) + " Successfully removed threat")
        except OSError as error:
            write_debug_file(name, json.dumps(msg.alert) + " Error removing threat: " + str(error))

    write_debug_file(name, "Ended")
    sys.exit(OS_SUCCESS)


if __name__ == "__main__":
    main(sys.argv)
