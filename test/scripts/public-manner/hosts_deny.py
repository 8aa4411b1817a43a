#!/usr/bin/python3
# -*- coding: utf-8 -*-
# Sperrt eine Adresse in /etc/hosts.deny und gibt sie nach Ablauf wieder frei.
import fcntl
import ipaddress
import json
import sys
from datetime import datetime

DENY = "/etc/hosts.deny"
PROTOKOLL = "/var/ossec/logs/active-responses.log"


def protokoll(text):
    try:
        with open(PROTOKOLL, "a") as datei:
            datei.write("%s hosts_deny.py: %s\n" % (datetime.now().strftime("%Y/%m/%d %H:%M:%S"), text))
    except OSError:
        pass


def zeile(adresse):
    return "ALL: [%s]\n" % adresse if adresse.version == 6 else "ALL: %s\n" % adresse


def sperren(adresse):
    with open(DENY, "a+") as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        datei.seek(0)
        inhalt = datei.read()
        if zeile(adresse) in inhalt.splitlines(True):
            return "steht schon darin"
        if inhalt and not inhalt.endswith("\n"):
            datei.write("\n")
        datei.write(zeile(adresse))
        return "gesperrt"


def freigeben(adresse):
    with open(DENY, "r+") as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        zeilen = datei.readlines()
        if zeile(adresse) not in zeilen:
            return "stand nicht darin"
        zeilen.remove(zeile(adresse))
        datei.seek(0)
        datei.writelines(zeilen)
        datei.truncate()
        return "freigegeben"


def gefragt(adresse):
    frage = {"version": 1, "origin": {"name": "hosts_deny", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [str(adresse)]}}
    print(json.dumps(frage), flush=True)
    return json.loads(sys.stdin.readline()).get("command") == "continue"


try:
    nachricht = json.loads(sys.stdin.readline())
    adresse = ipaddress.ip_address(nachricht["parameters"]["alert"]["data"]["srcip"])
    if adresse.is_loopback or adresse.is_unspecified:
        protokoll("%s ist der Rechner selbst" % adresse)
    elif nachricht["command"] == "delete":
        protokoll("%s %s" % (adresse, freigeben(adresse)))
    elif nachricht["command"] == "add":
        if gefragt(adresse):
            protokoll("%s %s" % (adresse, sperren(adresse)))
        else:
            protokoll("%s ist noch gesperrt" % adresse)
except Exception as fehler:
    protokoll("nichts getan: %s" % fehler)
