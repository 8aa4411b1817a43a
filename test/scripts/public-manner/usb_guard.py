# -*- coding: utf-8 -*-
# Desativa o armazenamento USB quando um dispositivo nao autorizado e ligado, e volta a ativar no fim do timeout
import json, sys, os, winreg
from datetime import datetime

LOG = os.path.join(os.environ.get("ProgramFiles(x86)", "C:\\Program Files (x86)"), "ossec-agent", "active-response", "active-responses.log")
KEY = r"SYSTEM\CurrentControlSet\Services\USBSTOR"

def registar(msg):
    try:
        with open(LOG, "a") as f:
            f.write(datetime.now().strftime("%Y/%m/%d %H:%M:%S") + " usb_guard: " + msg + "\n")
    except OSError:
        pass

def set_start(valor):
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, KEY, 0, winreg.KEY_SET_VALUE) as k:
        winreg.SetValueEx(k, "Start", 0, winreg.REG_DWORD, valor)

def main():
    linha = sys.stdin.readline()
    try:
        dados = json.loads(linha)
    except ValueError:
        registar("mensagem invalida")
        return
    comando = dados.get("command")
    if comando == "add":
        computador = dados["parameters"]["alert"]["data"]["win"]["system"]["computer"]
        print(json.dumps({"version": 1, "origin": {"name": "usb_guard", "module": "active-response"}, "command": "check_keys", "parameters": {"keys": [computador]}}))
        resposta = json.loads(sys.stdin.readline())
        if resposta.get("command") != "continue":
            registar("ja estava desativado")
            return
        set_start(4)
        registar("USBSTOR desativado")
    elif comando == "delete":
        set_start(3)
        registar("USBSTOR ativado")

if __name__ == "__main__":
    main()
