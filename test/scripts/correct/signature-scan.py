#!/usr/bin/env python3
"""Looks into a new file for a few byte patterns, as a YARA scan does, and logs each match for a rule to find."""
import json
import mmap
import os
import re
import sys

SIGNATURES = {
    "php_webshell": rb"eval\s*\(\s*(base64_decode|gzinflate|\$_(GET|POST|REQUEST))",
    "eicar": rb"X5O!P%@AP\[4",
    "reverse_shell": rb"/dev/tcp/\d",
}
LIMIT = 16 * 1024 * 1024


def log(text):
    with open("/var/ossec/logs/active-responses.log", "a", errors="backslashreplace") as f:
        f.write("signature-scan: " + text + "\n")


def scan(path):
    with open(path, "rb") as f:
        if os.fstat(f.fileno()).st_size == 0:
            return []
        with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return [name for name, pattern in SIGNATURES.items() if re.search(pattern, content[:LIMIT])]


def main():
    try:
        path = json.loads(sys.stdin.readline())["parameters"]["alert"]["syscheck"]["path"]
    except (ValueError, KeyError, TypeError):
        return log("ERROR - no file in the alert")
    try:
        found = scan(path)
    except (OSError, ValueError) as problem:
        return log(f"ERROR - {path!r} cannot be read: {problem}")
    for name in found:
        log(f"INFO - Scan result: {name} {path!r}")
    if not found:
        log(f"INFO - nothing found in {path!r}")


main()
