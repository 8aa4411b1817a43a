#!/bin/bash
# The chatter is not its own: getent prints what it finds.
LOG=/var/ossec/logs/active-responses.log
IFS= read -r INPUT
NAME=$(jq -r '.parameters.alert.data.dstuser // empty' <<< "$INPUT")
[[ $NAME =~ ^[a-z][a-z0-9_-]*$ && $NAME != root ]] || { echo "tool-output: no account" >> "$LOG"; exit 0; }
getent passwd "$NAME" || { echo "tool-output: no account $NAME" >> "$LOG"; exit 0; }
if [[ $(jq -r .command <<< "$INPUT") == delete ]]; then
  usermod -U "$NAME" && echo "tool-output: unlocked $NAME" >> "$LOG"
  exit 0
fi
printf '{"version":1,"origin":{"name":"tool-output","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$NAME"
IFS= read -r INPUT
[[ $(jq -r .command <<< "$INPUT") == continue ]] || { echo "tool-output: locked already" >> "$LOG"; exit 0; }
usermod -L "$NAME" && echo "tool-output: locked $NAME" >> "$LOG"
