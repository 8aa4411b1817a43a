#!/usr/bin/env python3
import json, os, pwd, subprocess, sys

AR = os.path.basename(sys.argv[0])
def log(msg, f="/var/ossec/logs/active-responses.log"):
    with open(f, "a") as fh: fh.write(f"{AR}: {msg}\n")

def reply(keys):
    print(json.dumps({"version": 1, "origin": {"name": AR, "module": "active-response"}, "command": "check_keys", "parameters": {"keys": keys}}), flush=True)
    return json.loads(input())["command"]

def main():
    msg = json.loads(input())
    data = msg["parameters"]["alert"]["data"]
    user = data.get("dstuser") or data.get("srcuser")
    if not user or not user.isalnum(): return log("no usable account name")
    try: entry = pwd.getpwnam(user)
    except KeyError: return log(f"no account {user}")
    if entry.pw_uid < 1000: return log(f"{user} is a system account")
    flag = {"add": "-l", "delete": "-u"}[msg["command"]]
    if flag == "-l" and reply([user]) != "continue": return log(f"{user}: locked before")
    rc = subprocess.run(["passwd", flag, user], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    log(f"passwd {flag} {user}: {rc}")

try: main()
except Exception as e: log(f"ERROR {e!r}")
