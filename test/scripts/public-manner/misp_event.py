#!/usr/bin/env python3
"""
Adds the hash of a file that VirusTotal knows to a MISP event.

usage: called by execd, see <command>. --event chooses the event (from <extra_args>, which execd passes in the message).
"""
import argparse
import json
import logging
import re
import sys
import urllib.error
import urllib.request

MISP = "https://misp.example.org"
DEFAULT_EVENT = 1337


def setup_logging():
    log = logging.getLogger("misp_event")
    log.setLevel(logging.INFO)
    try:
        out = logging.FileHandler("/var/ossec/logs/active-responses.log")
    except OSError:
        out = logging.NullHandler()
    out.setFormatter(logging.Formatter("%(asctime)s misp_event.py: %(message)s", "%Y/%m/%d %H:%M:%S"))
    log.addHandler(out)
    return log


def options(message):
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--event", type=int, default=DEFAULT_EVENT)
    known, _ = parser.parse_known_args([str(word) for word in message["parameters"].get("extra_args") or []])
    return known


def add_hash(event, sha1, comment):
    body = json.dumps({"type": "sha1", "value": sha1, "category": "Payload delivery", "to_ids": True, "comment": comment}).encode()
    headers = {"Authorization": "MISP-API-KEY", "Accept": "application/json", "Content-Type": "application/json"}
    request = urllib.request.Request("%s/attributes/add/%d" % (MISP, event), body, headers)
    with urllib.request.urlopen(request, timeout=15) as answer:
        return answer.status


def main(log):
    message = json.loads(sys.stdin.readline())
    known = options(message)
    alert = message["parameters"]["alert"]
    source = alert["data"]["virustotal"]["source"]
    sha1 = source["sha1"]
    if not re.fullmatch("[0-9a-f]{40}", sha1):
        log.info("no SHA-1 in the alert")
        return
    try:
        log.info("%s: event %d: HTTP %d", sha1, known.event, add_hash(known.event, sha1, "seen on " + alert["agent"]["name"]))
    except (urllib.error.URLError, OSError) as error:
        log.error("%s: MISP: %s", sha1, error)


if __name__ == "__main__":
    logger = setup_logging()
    try:
        main(logger)
    except Exception as error:
        logger.error("nothing done: %s %s", type(error).__name__, error)
