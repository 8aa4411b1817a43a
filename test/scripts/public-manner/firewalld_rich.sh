#!/bin/bash
# firewalld rich rule

LOG_FILE="/var/ossec/logs/active-responses.log"
IFS= read -r INPUT_JSON

log() {
  echo "$(date '+%Y/%m/%d %H:%M:%S') firewalld_rich: $*" >> "$LOG_FILE"
}

for c in jq firewall-cmd; do
  if ! command -v $c &> /dev/null; then log "$c is not there"; exit 1; fi
done

COMMAND=$(jq -r .command <<< "$INPUT_JSON" 2>/dev/null)
SRCIP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$INPUT_JSON" 2>/dev/null)
RULE_ID=$(jq -r '.parameters.alert.rule.id // empty' <<< "$INPUT_JSON" 2>/dev/null)

if [[ -z "$SRCIP" ]]; then log "no srcip"; exit 1; fi
if [[ "$SRCIP" == *:* ]]; then FAMILY=ipv6; else FAMILY=ipv4; fi
if [[ "$SRCIP" == "127.0.0.1" || "$SRCIP" == "::1" ]]; then log "not blocking loopback"; exit 0; fi

if [[ "$COMMAND" == "add" ]]; then
  printf '{"version":1,"origin":{"name":"firewalld_rich","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$RULE_ID"
  IFS= read -r RESPONSE
  if [[ "$(jq -r .command <<< "$RESPONSE")" != "continue" ]]; then log "aborted"; exit 0; fi
  firewall-cmd --quiet --add-rich-rule="rule family='$FAMILY' source address='$SRCIP' drop" && log "$SRCIP dropped"
else
  firewall-cmd --quiet --remove-rich-rule="rule family='$FAMILY' source address='$SRCIP' reject" && log "$SRCIP let in again"
fi
