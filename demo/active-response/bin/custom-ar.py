#!/usr/bin/env python3
# Written from a guide, and it looks right. A dry run shows why nothing is ever blocked.
import json
import logging
import os
import sys

logging.basicConfig(
    filename="/var/ossec/logs/active-responses.log",
    level=logging.INFO,
    format="%(asctime)s - %(levelname)s - %(message)s",
)

MARK = "/var/ossec/active-response/custom-ar.blocked"


def main():
    text = sys.stdin.read().strip()
    if not text:
        logging.error("Wazuh sent nothing")
        return
    data = json.loads(text)
    alert = data.get("parameters", {}).get("alert", {})
    rule_id = alert.get("rule", {}).get("id", "unknown")
    srcip = alert.get("srcip", "unknown")

    if data.get("command") == "add":
        with open(MARK, "w") as file:
            file.write(f"blocked {srcip} because of rule {rule_id}\n")
        logging.info(f"blocked {srcip}")
        print(
            json.dumps(
                {
                    "version": 1,
                    "origin": {"name": "custom-ar", "module": "active-response"},
                    "command": "check_keys",
                    "parameters": {"keys": [rule_id]},
                }
            )
        )
    elif data.get("command") == "delete":
        if os.path.exists(MARK):
            os.remove(MARK)
        logging.info(f"unblocked {srcip}")


main()
