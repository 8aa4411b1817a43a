#!/usr/bin/env python3
import datetime
import json
import subprocess
import sys

LOG_FILE = "/var/ossec/logs/active-responses.log"
YARA_RULES = "/var/ossec/yara/rules/index.yar"


def write_log(msg):
    with open(LOG_FILE, mode="a") as log_file:
        log_file.write(str(datetime.datetime.now().strftime('%Y/%m/%d %H:%M:%S')) + " yara_scan.py: " + msg + "\n")


def main():
    write_log("Started")
    input_str = sys.stdin.readline()
    try:
        data = json.loads(input_str)
    except ValueError:
        write_log("Decoding JSON has failed, invalid input format")
        sys.exit(1)

    path = data["parameters"]["alert"]["syscheck"]["path"]
    try:
        out = subprocess.check_output(f"yara -w -r {YARA_RULES} '{path}'", shell=True, stderr=subprocess.STDOUT, text=True)
    except subprocess.CalledProcessError as e:
        write_log(f"yara failed with {e.returncode}: {e.output}")
        sys.exit(1)

    for line in out.splitlines():
        write_log(f"wazuh-yara: INFO - Scan result: {line}")
    write_log("Ended")


if __name__ == "__main__":
    main()
