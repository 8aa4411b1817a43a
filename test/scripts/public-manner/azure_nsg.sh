#!/usr/bin/env bash
# Azure: deny rule in a network security group for an attacking address.
# The service principal must be logged in already (az login --service-principal ...)
set -u
RG="rg-dmz"
NSG="nsg-web"
LOG="/var/ossec/logs/active-responses.log"

log() {
  printf '%s azure_nsg.sh: %s\n' "$(date '+%F %T')" "$*" >> "$LOG"
}

IFS= read -r MSG
ACTION=$(jq -r '.command // ""' <<< "$MSG" 2>/dev/null)
IP=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$MSG" 2>/dev/null)

if [[ ! "$IP" =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}$ ]]; then
  log "no usable IPv4 address ('$IP')"
  exit 1
fi
if [[ "$IP" == 127.* || "$IP" == 10.* || "$IP" == 168.63.129.16 ]]; then
  log "$IP is never denied"
  exit 0
fi

RULE="wazuh-${IP//./-}"
PRIO=$(( 200 + $(cksum <<< "$IP" | cut -d' ' -f1) % 1000 ))

if [[ "$ACTION" == "add" ]]; then
  printf '{"version":1,"origin":{"name":"azure_nsg","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$IP"
  IFS= read -r REPLY_MSG
  if [[ "$(jq -r .command <<< "$REPLY_MSG")" != "continue" ]]; then
    log "$IP: told to stop"
    exit 0
  fi
  log "$IP: creating $RULE (priority $PRIO)"
  echo "Creating rule $RULE in $NSG ..."
  if timeout 60 az network nsg rule create -g "$RG" --nsg-name "$NSG" -n "$RULE" --priority "$PRIO" \
      --access Deny --direction Inbound --source-address-prefixes "$IP" --output none 2>/dev/null; then
    log "$IP: rule created"
  else
    log "$IP: az failed"
  fi
elif [[ "$ACTION" == "delete" ]]; then
  if timeout 60 az network nsg rule delete -g "$RG" --nsg-name "$NSG" -n "$RULE" --output none 2>/dev/null; then
    log "$IP: rule deleted"
  else
    log "$IP: az failed"
  fi
fi
