#!/usr/bin/env python3
# Quarantines the source address on a FortiGate (user/banned), the FortiGate lifts it by itself after EXPIRY seconds
import http.client
import ipaddress
import json
import ssl
import sys
import time

FGT = "192.168.99.1"
TOKEN = "xxxxxxxxxxxxxxxxxxxxxxxxxxxx"
EXPIRY = 3600


def write_log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write("%s fortigate_ban: %s\n" % (time.strftime("%Y/%m/%d %H:%M:%S"), text))
    except IOError:
        pass


def ban(ip):
    conn = http.client.HTTPSConnection(FGT, 443, timeout=10, context=ssl._create_unverified_context())
    body = json.dumps({"ip_addresses": [ip], "expiry": EXPIRY})
    conn.request("POST", "/api/v2/monitor/user/banned/add_users", body, {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"})
    return conn.getresponse().status


try:
    alert = json.load(sys.stdin)
    srcip = alert["parameters"]["alert"]["data"]["srcip"]
    ipaddress.ip_address(srcip)
except Exception as e:
    write_log("cannot read alert: %s" % e)
    sys.exit(1)

try:
    status = ban(srcip)
    if status == 200:
        write_log("%s banned for %d s" % (srcip, EXPIRY))
    else:
        write_log("%s NOT banned, FortiGate answered %s" % (srcip, status))
except Exception as e:
    write_log("%s NOT banned: %s" % (srcip, e))
