#!/bin/bash
# Bloquea la IP atacante en el pfSense con easyrule (bloqueo permanente)

PFSENSE="192.168.1.1"
KEY="/root/.ssh/id_pfsense"
LOG="/var/ossec/logs/active-responses.log"

read INPUT_JSON

if ! command -v jq >/dev/null || ! command -v ssh >/dev/null; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') pfsense_easyrule: falta jq o ssh" >> "$LOG"
    exit 1
fi

SRCIP=$(echo "$INPUT_JSON" | jq -r '.parameters.alert.data.srcip' 2>/dev/null)

if [ -z "$SRCIP" ] || [ "$SRCIP" == "null" ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') pfsense_easyrule: no hay IP de origen en la alerta" >> "$LOG"
    exit 1
fi

ssh -n -i "$KEY" -o BatchMode=yes -o StrictHostKeyChecking=no "admin@$PFSENSE" "easyrule block wan $SRCIP" >/dev/null 2>&1
if [ $? -eq 0 ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') pfsense_easyrule: $SRCIP bloqueada en el pfSense" >> "$LOG"
else
    echo "$(date '+%Y/%m/%d %H:%M:%S') pfsense_easyrule: error al bloquear $SRCIP" >> "$LOG"
fi
exit 0
