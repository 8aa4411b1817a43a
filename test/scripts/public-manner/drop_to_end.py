#!/usr/bin/env python3
import json
import logging
import subprocess
import sys

logging.basicConfig(filename="/var/ossec/logs/active-responses.log", level=logging.INFO, format="%(asctime)s drop: %(message)s")


def main():
    try:
        message = json.loads(sys.stdin.read())
    except ValueError:
        logging.error("no message")
        return
    address = message.get("parameters", {}).get("alert", {}).get("data", {}).get("srcip", "")
    if not address or address.startswith(("127.", "10.", "192.168.", "::1", "fe80")):
        logging.info("leaves %s alone", address)
        return
    logging.info("%s %s", message.get("command"), address)
    exists = subprocess.run(["iptables", "-C", "INPUT", "-s", address, "-j", "DROP"], capture_output=True).returncode == 0
    if message.get("command") == "add" and not exists:
        done = subprocess.run(["iptables", "-I", "INPUT", "-s", address, "-j", "DROP"], capture_output=True)
        logging.info("iptables answered %d", done.returncode)
    elif message.get("command") == "delete" and exists:
        subprocess.run(["iptables", "-D", "INPUT", "-s", address, "-j", "DROP"], capture_output=True)


main()
