#!/usr/bin/env python3
import json
import sys
import urllib.request

URL = "https://n8n.lab.lan/webhook/wazuh"

try:
    msg = json.loads(sys.stdin.readline())
    alert = msg["parameters"]["alert"]
    out = {
        "rule": alert["rule"]["id"],
        "level": alert["rule"]["level"],
        "description": alert["rule"]["description"],
        "agent": alert["agent"]["name"],
        "data": alert.get("data", {}),
    }
    req = urllib.request.Request(URL, data=json.dumps(out).encode(), headers={"Content-Type": "application/json"})
    urllib.request.urlopen(req)
except Exception:
    pass
