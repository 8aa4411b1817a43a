#!/usr/bin/env python3
# Slack message with blocks. No main function, no classes: read, build, send, log.
import json, os, sys, time
import urllib.request

hook = os.environ.get("SLACK_HOOK", "https://hooks.slack.com/services/T0/B0/x")
logfile = "/var/ossec/logs/active-responses.log"

def log(m):
    try:
        f = open(logfile, "a")
        f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " slack_blocks.py " + m + "\n")
        f.close()
    except OSError:
        pass

line = sys.stdin.readline()
try:
    a = json.loads(line)["parameters"]["alert"]
    level = int(a["rule"]["level"])
    title = a["rule"]["description"]
except Exception as e:
    log("skip: " + repr(e))
    sys.exit(0)

fields = [("Rule", a["rule"].get("id", "-")), ("Level", str(level)), ("Agent", a.get("agent", {}).get("name", "-"))]
d = a.get("data") or {}
for name in ("srcip", "src_ip", "srcuser", "dstuser"):
    if d.get(name):
        fields.append((name, str(d[name])[:200]))

blocks = [
    {"type": "header", "text": {"type": "plain_text", "text": title[:150]}},
    {"type": "section", "fields": [{"type": "mrkdwn", "text": "*" + k + "*\n" + v} for k, v in fields]},
]
if a.get("full_log"):
    blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": "```" + a["full_log"][:2500] + "```"}})

try:
    r = urllib.request.urlopen(urllib.request.Request(hook, data=json.dumps({"blocks": blocks}).encode(), headers={"Content-Type": "application/json"}), timeout=6)
    log("sent rule %s, http %s" % (a["rule"].get("id"), r.getcode()))
except Exception as e:
    log("not sent: " + str(e))
