#!/bin/bash
# Stateless: writes down what the host looked like when a serious alert came.
read -r INPUT
ID=$(echo "$INPUT" | jq -r '.parameters.alert.id // empty' | tr -cd '0-9.')
OUT="/var/ossec/evidence/${ID:-unknown}"
mkdir -p "$OUT"
ps -ef > "$OUT/processes" 2>/dev/null
cat /proc/net/tcp > "$OUT/tcp" 2>/dev/null
who > "$OUT/users" 2>/dev/null
printf '%s\n' "$INPUT" > "$OUT/message.json"
echo "$(date '+%Y/%m/%d %H:%M:%S') collect.sh: evidence is in $OUT" >> /var/ossec/logs/active-responses.log
