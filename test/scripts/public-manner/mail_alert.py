#!/usr/bin/env python3
"""Envia por correo las alertas graves."""
import json
import smtplib
import sys
from datetime import datetime
from email.message import EmailMessage

SERVIDOR = "mail.empresa.local"
PUERTO = 25
DE = "wazuh@empresa.local"
PARA = ["soc@empresa.local"]


def escribir(texto):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as registro:
            registro.write(datetime.now().strftime("%Y/%m/%d %H:%M:%S") + " mail_alert: " + texto + "\n")
    except OSError:
        pass


def main():
    try:
        alerta = json.loads(sys.stdin.readline())["parameters"]["alert"]
        regla = alerta["rule"]
    except (ValueError, KeyError, TypeError) as error:
        escribir("mensaje no valido: %s" % error)
        return

    correo = EmailMessage()
    correo["From"] = DE
    correo["To"] = ", ".join(PARA)
    correo["Subject"] = "[wazuh] nivel %s, regla %s" % (int(regla["level"]), regla["id"])
    correo.set_content(json.dumps(alerta, indent=4, ensure_ascii=False))

    try:
        servidor = smtplib.SMTP(SERVIDOR, PUERTO)
        servidor.send_message(correo)
        servidor.quit()
        escribir("correo enviado")
    except (OSError, smtplib.SMTPException) as error:
        escribir("correo no enviado: %s" % error)


if __name__ == "__main__":
    main()
