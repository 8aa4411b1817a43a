#!/usr/bin/python3
# Cloudflare IP access rule for web attackers
import sys, json, time, ipaddress
import urllib.request
import urllib.parse

ZONE = "023e105f4ecef8ad9ca31a8372d0c353"
TOKEN = "CHANGE_ME"
API = "https://api.cloudflare.com/client/v4/zones/" + ZONE + "/firewall/access_rules/rules"
ALLOW = ["127.0.0.1", "198.51.100.10"]


def log(msg):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write(time.strftime("%Y/%m/%d %H:%M:%S") + " cloudflare_block: " + msg + "\n")
    except Exception:
        pass


def call(method, url, body=None):
    req = urllib.request.Request(url, method=method)
    req.add_header("Authorization", "Bearer " + TOKEN)
    req.add_header("Content-Type", "application/json")
    data = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(req, data) as r:
        return json.loads(r.read().decode())


def main():
    try:
        msg = json.loads(sys.stdin.readline())
        alert = msg["parameters"]["alert"]
        ip = str(ipaddress.ip_address(alert["data"]["srcip"]))
        rule = alert["rule"]["id"]
    except Exception as e:
        log("bad alert: " + str(e))
        return 1
    if ip in ALLOW:
        log(ip + " is allowed")
        return 0

    if msg["command"] == "add":
        print(json.dumps({"version": 1, "origin": {"name": "cloudflare_block", "module": "active-response"},
                          "command": "check_keys", "parameters": {"keys": [rule]}}))
        sys.stdout.flush()
        if json.loads(sys.stdin.readline()).get("command") != "continue":
            log("aborted " + ip)
            return 0
        try:
            call("POST", API, {"mode": "block", "configuration": {"target": "ip", "value": ip}, "notes": "wazuh " + rule})
            log("blocked " + ip)
        except Exception as e:
            log("could not block " + ip + ": " + str(e))
    elif msg["command"] == "delete":
        try:
            found = call("GET", API + "?" + urllib.parse.urlencode({"configuration.value": ip}))
            for r in found.get("result", []):
                call("DELETE", API + "/" + r["id"])
            log("unblocked " + ip)
        except Exception as e:
            log("could not unblock " + ip + ": " + str(e))
    return 0


sys.exit(main())
