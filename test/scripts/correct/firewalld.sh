#!/bin/bash
# firewalld, with a rich rule in the running configuration only.
set -o pipefail
LOG=/var/ossec/logs/active-responses.log
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') firewalld.sh: $1" >> "$LOG"; }

IFS= read -r line
srcip=$(jq -er .parameters.alert.data.srcip <<< "$line" 2>/dev/null) || { log 'no srcip in the alert'; exit 0; }
command=$(jq -r .command <<< "$line")
if ! python3 -c 'import ipaddress, sys; sys.exit(not ipaddress.IPv4Address(sys.argv[1]).is_global and not sys.argv[1].startswith(("192.0.2.", "198.51.100.", "203.0.113.")))' "$srcip" 2>/dev/null; then
  log "$srcip is not blocked: private, or no IPv4 address"
  exit 0
fi
rule="rule family=ipv4 source address=$srcip drop"
if [ "$command" = add ]; then
  jq -nc --arg k "$srcip" '{version:1,origin:{name:"firewalld",module:"active-response"},command:"check_keys",parameters:{keys:[$k]}}'
  IFS= read -r line
  [ "$(jq -r .command <<< "$line")" = continue ] || { log "$srcip is blocked already"; exit 0; }
  firewall-cmd --add-rich-rule="$rule" > /dev/null && log "blocked $srcip"
elif [ "$command" = delete ]; then
  firewall-cmd --remove-rich-rule="$rule" > /dev/null && log "unblocked $srcip"
fi
