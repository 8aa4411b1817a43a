# Blocks the source of failed RDP logons with the Windows firewall (rule 60204).
# Build:  pyinstaller -F block_rdp.py   and copy dist\block_rdp.exe to active-response\bin
import datetime
import ipaddress
import json
import subprocess
import sys

LOG_FILE = r"C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"
NETSH = r"C:\Windows\System32\netsh.exe"
KEEP = [ipaddress.ip_network(n) for n in ("127.0.0.0/8", "169.254.0.0/16", "10.10.0.0/16", "::1/128", "fe80::/10")]


def log(text):
    try:
        with open(LOG_FILE, "a", encoding="utf-8") as f:
            f.write("%s active-response/bin/block_rdp.exe: %s\n" % (datetime.datetime.now().strftime("%Y/%m/%d %H:%M:%S"), text))
    except OSError:
        pass


def netsh(*words):
    return subprocess.run([NETSH, "advfirewall", "firewall", *words], stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20).returncode


def address_of(message):
    event = message["parameters"]["alert"]["data"]["win"]["eventdata"]
    ip = ipaddress.ip_address(event["ipAddress"])
    for network in KEEP:
        if ip.version == network.version and ip in network:
            raise ValueError("%s is on the keep list" % ip)
    return str(ip)


def run():
    message = json.loads(sys.stdin.readline())
    ip = address_of(message)
    name = "WAZUH %s" % ip.replace(":", "-")
    if message["command"] == "add":
        sys.stdout.write(json.dumps({"version": 1, "origin": {"name": "block_rdp.exe", "module": "active-response"},
                                     "command": "check_keys", "parameters": {"keys": [ip]}}) + "\n")
        sys.stdout.flush()
        answer = json.loads(sys.stdin.readline())
        if answer.get("command") != "continue":
            log("nothing to do for %s" % ip)
            return
        code = netsh("add", "rule", "name=" + name, "dir=in", "action=block", "remoteip=" + ip)
        log("block %s: netsh said %d" % (ip, code))
    elif message["command"] == "delete":
        code = netsh("delete", "rule", "name=" + name)
        log("unblock %s: netsh said %d" % (ip, code))


try:
    run()
except Exception as e:
    log("ERROR %s: %s" % (type(e).__name__, e))
    sys.exit(1)
