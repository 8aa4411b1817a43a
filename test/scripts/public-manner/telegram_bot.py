#!/usr/bin/env python3
import json
import sys
import urllib.parse
import urllib.request
from datetime import datetime


class Log:
    path = "/var/ossec/logs/active-responses.log"

    def __init__(self, name):
        self.name = name

    def __call__(self, text):
        try:
            with open(self.path, "a", encoding="utf-8") as file:
                file.write("%s %s: %s\n" % (datetime.now().strftime("%Y/%m/%d %H:%M:%S"), self.name, text))
        except OSError:
            pass


class Alert:
    def __init__(self, line):
        self.raw = json.loads(line)["parameters"]["alert"]
        self.rule = self.raw["rule"]

    def text(self):
        lines = ["⚠ " + str(self.rule.get("description")), "level " + str(self.rule.get("level"))]
        agent = self.raw.get("agent") or {}
        if agent.get("name"):
            lines.append("host " + agent["name"])
        data = self.raw.get("data") or {}
        source = data.get("srcip") or data.get("src_ip")
        if source:
            lines.append("from " + source)
        return "\n".join(lines)


class Bot:
    def __init__(self, token, chat):
        self.url = "https://api.telegram.org/bot%s/sendMessage" % token
        self.chat = chat

    def send(self, text):
        form = urllib.parse.urlencode({"chat_id": self.chat, "text": text[:4000]}).encode()
        with urllib.request.urlopen(self.url, form, 7) as reply:
            return json.load(reply).get("ok")


log = Log("telegram_bot")
try:
    alert = Alert(sys.stdin.readline())
except Exception as error:
    log("no alert: %s" % error)
    raise SystemExit(1)
try:
    ok = Bot("123456:TOKEN", "-100200300").send(alert.text())
    log("rule %s: %s" % (alert.rule.get("id"), "delivered" if ok else "refused"))
except Exception as error:
    log("rule %s: not delivered: %s" % (alert.rule.get("id"), error))
