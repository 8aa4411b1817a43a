#!/usr/bin/env python3
import json
import sys


def main():
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    with open("/var/ossec/logs/active-responses.log", "a") as log:
        log.write("never-main: %s\n" % alert["id"])


if __name__ == "main":
    main()
