#!/bin/bash
# Asks for permission, and was never bound with a timeout; the echo is left from debugging.
LOG=/var/ossec/logs/active-responses.log
IFS= read -r INPUT
FILE=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$INPUT")
echo "DEBUG: file is $FILE"
[[ $FILE == /* && -f $FILE ]] || { echo "debug-echo: no file" >> "$LOG"; exit 0; }
jq -nc --arg k "$FILE" '{version:1,origin:{name:"debug-echo",module:"active-response"},command:"check_keys",parameters:{keys:[$k]}}'
IFS= read -r INPUT
[[ $(jq -r .command <<< "$INPUT") == continue ]] || { echo "debug-echo: aborted" >> "$LOG"; exit 0; }
chmod a-x -- "$FILE" && echo "debug-echo: $FILE is not executable any more" >> "$LOG"
