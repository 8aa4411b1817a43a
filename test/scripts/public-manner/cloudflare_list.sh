#!/bin/bash
# Adds the client to a Cloudflare list that a WAF rule refers to; removes it on delete.
ACCOUNT_ID="a1b2c3"
LIST_ID="d4e5f6"
TOKEN_FILE=/var/ossec/etc/cloudflare.token
LOG=/var/ossec/logs/active-responses.log
API="https://api.cloudflare.com/client/v4/accounts/$ACCOUNT_ID/rules/lists/$LIST_ID/items"

log() { echo "$(date +'%Y/%m/%d %H:%M:%S') cloudflare_list.sh: $*" >> "$LOG"; }
fail() { log "$*"; exit 1; }

command -v jq > /dev/null || fail "jq is needed"
command -v curl > /dev/null || fail "curl is needed"
TOKEN=$(head -n1 "$TOKEN_FILE" 2> /dev/null)

api() { # method body
  curl -sS --max-time 10 -X "$1" "$API$3" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' ${2:+--data "$2"} 2> /dev/null
}

IFS= read -r ALERT
jq -e .parameters.alert > /dev/null 2>&1 <<< "$ALERT" || fail "not a message of execd"
IP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$ALERT")
[[ "$IP" =~ ^[0-9a-fA-F:.]{3,45}$ ]] || fail "no client address in the alert"
case "$IP" in 127.*|::1|10.*|192.168.*) log "$IP is internal"; exit 0;; esac

case "$(jq -r .command <<< "$ALERT")" in
add)
  jq -nc --arg k "$IP" '{version:1,origin:{name:"cloudflare_list",module:"active-response"},command:"check_keys",parameters:{keys:[$k]}}'
  IFS= read -r GO
  [ "$(jq -r .command <<< "$GO")" = continue ] || { log "$IP is on the list already"; exit 0; }
  BODY=$(jq -nc --arg ip "$IP" '[{ip:$ip,comment:"wazuh"}]')
  if [ "$(api POST "$BODY" "" | jq -r .success 2> /dev/null)" = true ]; then log "$IP added to the list"; else log "Cloudflare did not take $IP"; fi
  ;;
delete)
  ITEM=$(api GET "" "?search=$IP" | jq -r --arg ip "$IP" '.result[]? | select(.ip == $ip) | .id' 2> /dev/null | head -n1)
  [ -n "$ITEM" ] || { log "$IP is not on the list"; exit 0; }
  BODY=$(jq -nc --arg id "$ITEM" '{items:[{id:$id}]}')
  if [ "$(api DELETE "$BODY" "" | jq -r .success 2> /dev/null)" = true ]; then log "$IP removed from the list"; else log "Cloudflare did not remove $IP"; fi
  ;;
esac
