#!/usr/bin/env python3
# One response for many rules: the address stands in a different place for each, and most of these are not there.
import ipaddress
import json
import sys

PLACES = ["data.srcip", "data.src_ip", "data.win.eventdata.ipAddress", "data.office365.ClientIP", "srcip"]


def log(text):
    with open("logs/active-responses.log", "a") as f:
        f.write(f"several-places: {text}\n")


def dig(value, path):
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def main(line):
    alert = json.loads(line)["parameters"]["alert"]
    for place in PLACES:
        try:
            address = ipaddress.ip_address(dig(alert, place) or "")
        except ValueError:
            continue
        with open("/var/ossec/etc/shared/seen-addresses", "a") as f:
            f.write(f"{address}\n")
        return log(f"noted {address} from {place}")
    log("no address in this alert")


try:
    main(sys.stdin.readline())
except (ValueError, KeyError, TypeError) as e:
    log(f"not a message: {e}")
