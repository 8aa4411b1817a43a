#!/bin/bash
# Bloqueio de IP no servidor web

LOG="/var/ossec/logs/active-responses.log"
IFS= read -r ENTRADA

IP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$ENTRADA" 2>/dev/null)
CMD=$(jq -r '.command // empty' <<< "$ENTRADA" 2>/dev/null)

if [[ ! "$IP" =~ ^[0-9.]+$ || "$IP" == 127.* ]]; then
    echo "$(date) block_web: IP invalido" >> $LOG
    exit 1
fi

if [ "$CMD" = "add" ]; then
    printf '{"version":1,"origin":{"name":"block_web","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$IP"
    IFS= read -r RESPOSTA
    if [ "$(jq -r .command <<< "$RESPOSTA")" = "continue" ]; then
        if iptables -I INPUT -s "$IP" -j DROP; then
            echo "$(date) block_web: $IP bloqueado" >> $LOG
        else
            echo "$(date) block_web: erro ao bloquear $IP" >> $LOG
    fi
elif [ "$CMD" = "delete" ]; then
    iptables -D INPUT -s "$IP" -j DROP
    echo "$(date) block_web: $IP liberado" >> $LOG
fi
