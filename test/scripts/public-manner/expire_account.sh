#!/bin/bash
LOGFILE="/var/ossec/logs/active-responses.log"
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') expire_account.sh: $1" >> "$LOGFILE"; }

IFS= read -r input
account=$(jq -r '.parameters.alert.data.dstuser // empty' <<< "$input" 2>/dev/null)
rule=$(jq -r '.parameters.alert.rule.id // empty' <<< "$input" 2>/dev/null)
what=$(jq -r '.command // empty' <<< "$input" 2>/dev/null)

[[ $account =~ ^[a-z_][a-z0-9_-]*$ ]] || { log "no account"; exit 0; }
if [[ $account == root || $account == admin ]] || ! id "$account" &>/dev/null; then
  log "$account is left alone"
  exit 0
fi

if [[ $what == add ]]; then
  echo '{"version":1,"origin":{"name":"expire_account","module":"active-response"},"command":"check_keys","parameters":{"keys":["'$rule'"]}}'
  chage -E 0 "$account" && log "expired $account"
elif [[ $what == delete ]]; then
  chage -E -1 "$account" && log "$account may log in again"
fi
