#!/usr/bin/env python3
# Wazuh -> OPNsense: puts an address into a firewall alias ("External (advanced)") and takes it out.
import base64, ipaddress, json, ssl, sys, urllib.error, urllib.request
from datetime import datetime

HOST = "https://10.20.0.1"
ALIAS = "wazuh_blocklist"
KEY, SECRET = "key", "secret"
NEVER = {"10.20.0.1", "10.20.0.10"}


class OPNsense:
    def __init__(self, host, key, secret):
        self.host = host
        self.auth = "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode()
        self.context = ssl.create_default_context()
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE

    def alias(self, verb, address):
        request = urllib.request.Request(
            f"{self.host}/api/firewall/alias_util/{verb}/{ALIAS}",
            data=json.dumps({"address": address}).encode(),
            headers={"Authorization": self.auth, "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=8, context=self.context) as answer:
            return json.load(answer).get("status", "no status")


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as file:
            print(datetime.now().strftime("%Y/%m/%d %H:%M:%S"), "opnsense_alias.py:", text, file=file)
    except OSError:
        pass


def target(message):
    data = message["parameters"]["alert"].get("data", {})
    ip = ipaddress.ip_address(data.get("src_ip") or data.get("srcip") or "")
    if ip.is_loopback or ip.is_link_local or ip.is_multicast or str(ip) in NEVER:
        raise ValueError(f"{ip} is never blocked")
    return str(ip)


def main():
    line = sys.stdin.readline()
    message = json.loads(line)
    ip = target(message)
    command = message.get("command")
    if command == "add":
        sys.stdout.write(json.dumps({"version": 1, "origin": {"name": "opnsense_alias", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [ip]}}) + "\n")
        sys.stdout.flush()
        if json.loads(sys.stdin.readline()).get("command") != "continue":
            log(f"{ip}: execd says no")
            return
    firewall = OPNsense(HOST, KEY, SECRET)
    if command in ("add", "delete"):
        log(f"{ip}: {command}: {firewall.alias(command, ip)}")


if __name__ == "__main__":
    try:
        main()
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        log(f"nothing done: {e}")
    except (urllib.error.URLError, OSError) as e:
        log(f"OPNsense cannot be reached: {e}")
