#!/usr/bin/env python3
import json
import sys


def main():
    alert = json.loads(sys.stdin.readline())["parameters"]["alert"]
    with open("/var/ossec/logs/active-responses.log", "a") as log:
        log.write("one-underscore: %s\n" % alert["id"])


if _name_ == "__main__":
    main()
