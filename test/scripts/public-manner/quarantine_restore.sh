#!/bin/bash
# Quarantine with restore
Q=/var/ossec/quarantine
LOG=/var/ossec/logs/active-responses.log

function log() { echo "$(date '+%Y/%m/%d %H:%M:%S') quarantine_restore: $1" >> "$LOG"; }

IFS= read -r MSG
FILE=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$MSG" 2>/dev/null)
CMD=$(jq -r '.command // empty' <<< "$MSG" 2>/dev/null)

if [[ -z $FILE ]]; then log "no file"; exit 0; fi
case $FILE in
  /etc/*|/usr/*|/bin/*|/sbin/*|/lib*|/boot/*|/var/ossec/*) log "$FILE is excluded"; exit 0 ;;
esac

ID=$(printf '%s' "$FILE" | sha1sum | cut -c1-40)

if [[ $CMD == add ]]; then
  jq -nc --arg f "$FILE" '{version:1,origin:{name:"quarantine_restore",module:"active-response"},command:"check_keys",parameters:{keys:[$f]}}'
  IFS= read -r ANSWER
  [[ $(jq -r .command <<< "$ANSWER") == continue ]] || { log "$FILE: abort"; exit 0; }
  [[ -f $FILE ]] || { log "$FILE: not there"; exit 0; }
  mkdir -p "$Q"
  chmod 000 -- "$FILE"
  if mv -- "$FILE" "$Q/$ID"; then log "$FILE: quarantined"; else log "$FILE: could not be moved"; fi
elif [[ $CMD == delete ]]; then
  if [[ -e $Q/$ID ]] && mv -- "$Q/$ID" "$FILE"; then log "$FILE: restored"; else log "$FILE: nothing to restore"; fi
fi
