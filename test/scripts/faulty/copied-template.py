#!/usr/bin/env python3
# Made from the template of the documentation; the two marked parts were filled in, the keys were not.
import datetime
import json
import os
import sys

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
        self.command = 0


def write_debug_file(ar_name, msg):
    with open(LOG_FILE, mode="a") as log_file:
        log_file.write(str(datetime.datetime.now().strftime("%Y/%m/%d %H:%M:%S")) + " " + ar_name + ": " + msg + "\n")


def setup_and_check_message(argv):
    input_str = ""
    for line in sys.stdin:
        input_str = line
        break
    msg_obj = Message()
    try:
        data = json.loads(input_str)
    except ValueError:
        write_debug_file(argv[0], "Decoding JSON has failed, invalid input format")
        msg_obj.command = OS_INVALID
        return msg_obj
    msg_obj.alert = data
    command = data.get("command")
    msg_obj.command = {"add": ADD_COMMAND, "delete": DELETE_COMMAND}.get(command, OS_INVALID)
    return msg_obj


def send_keys_and_check_message(argv, keys):
    keys_msg = json.dumps({"version": 1, "origin": {"name": argv[0], "module": "active-response"}, "command": "check_keys", "parameters": {"keys": keys}})
    print(keys_msg)
    sys.stdout.flush()
    input_str = ""
    while True:
        line = sys.stdin.readline()
        if line:
            input_str = line
            break
    try:
        data = json.loads(input_str)
    except ValueError:
        return OS_INVALID
    action = data.get("command")
    return {"continue": CONTINUE_COMMAND, "abort": ABORT_COMMAND}.get(action, OS_INVALID)


def main(argv):
    msg = setup_and_check_message(argv)
    if msg.command < 0:
        sys.exit(OS_INVALID)
    if msg.command == ADD_COMMAND:
        alert = msg.alert["parameters"]["alert"]
        keys = [alert["rule"]["id"]]
        action = send_keys_and_check_message(argv, keys)
        if action != CONTINUE_COMMAND:
            write_debug_file(argv[0], "Aborted" if action == ABORT_COMMAND else "Invalid command")
            sys.exit(OS_SUCCESS if action == ABORT_COMMAND else OS_INVALID)
        with open("ar-test-result.txt", mode="a") as test_file:
            test_file.write("Active response triggered by rule ID: <" + str(keys) + ">\n")
        write_debug_file(argv[0], "Written")
    elif msg.command == DELETE_COMMAND:
        os.remove("ar-test-result.txt")
        write_debug_file(argv[0], "Removed")
    else:
        write_debug_file(argv[0], "Invalid command")
    sys.exit(OS_SUCCESS)


if __name__ == "__main__":
    main(sys.argv)
