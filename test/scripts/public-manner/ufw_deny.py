#!/usr/bin/env python3
import sys, json, subprocess, datetime, ipaddress

LOG_FILE = "/var/ossec/logs/active-responses.log"

def log(m):
    try:
        with open(LOG_FILE, "a") as f:
            f.write(datetime.datetime.now().strftime("%Y/%m/%d %H:%M:%S") + " ufw_deny.py: " + m + "\n")
    except Exception:
        pass

def ufw(*args):
    try:
        p = subprocess.run(["ufw"] + list(args), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)
        return p.returncode == 0
    except Exception as e:
        log("ufw: " + str(e))
        return False

def block(ip):
    if ufw("insert", "1", "deny", "from", ip):
        log("blocked " + ip)
    else:
        log("not blocked " + ip)

def unblock(ip):
    if ufw("delete", "deny", "from", ip):
        log("unblocked " + ip)
    else:
        log("not unblocked " + ip)

def check_keys(ip):
    sys.stdout.write(json.dumps({"version": 1, "origin": {"name": "ufw_deny", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}) + "\n")
    sys.stdout.flush()
    return json.loads(sys.stdin.readline()).get("command")

try:
    data = json.loads(sys.stdin.readline())
    ip = str(ipaddress.ip_address(data["parameters"]["alert"]["data"]["srcip"]))
    cmd = data["command"]
except Exception as e:
    log("invalid input " + str(e))
    sys.exit(1)

if ip.startswith("127.") or ip == "::1":
    log("localhost, ignored")
    sys.exit(0)

if cmd == "add":
    block(ip)
    if check_keys(ip) != "continue":
        log("aborted")
        sys.exit(0)
elif cmd == "delete":
    unblock(ip)
