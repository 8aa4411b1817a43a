#!/usr/bin/python3
# Removes a file that VirusTotal knows. For Windows agents, as an exe made with PyInstaller.
import os
import sys
import json
import datetime

LOG_FILE = "C:\\Program Files (x86)\\ossec-agent\\active-response\\active-responses.log"
PROTECTED = ("c:\\windows\\", "c:\\program files\\", "c:\\program files (x86)\\")


def write_debug_file(ar_name, msg):
    try:
        with open(LOG_FILE, mode="a") as log_file:
            log_file.write(datetime.datetime.now().strftime('%Y/%m/%d %H:%M:%S') + " " + ar_name + ": " + msg + "\n")
    except OSError:
        pass


def first_line():
    for line in sys.stdin:
        return line
    return ""


def ask(ar_name, keys):
    print(json.dumps({"version": 1, "origin": {"name": ar_name, "module": "active-response"}, "command": "check_keys", "parameters": {"keys": keys}}))
    sys.stdout.flush()
    answer = sys.stdin.readline()
    try:
        return json.loads(answer).get("command")
    except ValueError:
        return None


def main(argv):
    name = os.path.basename(argv[0])
    try:
        message = json.loads(first_line())
        path = message["parameters"]["alert"]["data"]["virustotal"]["source"]["file"]
    except (ValueError, KeyError, TypeError) as problem:
        write_debug_file(name, "no file in the message: %r" % problem)
        sys.exit(-1)

    if message.get("command") != "add":
        write_debug_file(name, "a removed file does not come back")
        sys.exit(0)

    full = os.path.realpath(path)
    if full.lower().startswith(PROTECTED):
        write_debug_file(name, full + " is protected")
        sys.exit(0)
    if ask(name, [path]) != "continue":
        write_debug_file(name, "Aborted")
        sys.exit(0)
    try:
        os.remove(full)
        write_debug_file(name, full + " Successfully removed threat")
    except OSError as error:
        write_debug_file(name, full + " Error removing threat: " + str(error))
        sys.exit(-1)


if __name__ == "__main__":
    main(sys.argv)
