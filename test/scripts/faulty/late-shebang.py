
#!/usr/bin/env python3
import json
import sys

try:
    text = json.loads(sys.stdin.readline())["parameters"]["alert"]["rule"]["id"]
except (ValueError, KeyError):
    text = "unknown"
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write("late-shebang: rule " + text + "\n")
