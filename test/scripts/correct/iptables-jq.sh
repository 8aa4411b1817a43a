#!/bin/bash
# Blocks the source address with iptables. Needs jq.
LOG=/var/ossec/logs/active-responses.log
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') $0: $*" >> "$LOG"; }

IFS= read -r INPUT
COMMAND=$(jq -r '.command // empty' <<< "$INPUT" 2>/dev/null)
IP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$INPUT" 2>/dev/null)

if ! [[ $IP =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ ]]; then
  log "no IPv4 address in the alert, nothing done"
  exit 0
fi
case $IP in 127.* | 0.*) log "$IP is never blocked"; exit 0 ;; esac

case $COMMAND in
  add)
    jq -nc --arg ip "$IP" '{version: 1, origin: {name: "iptables-jq", module: "active-response"}, command: "check_keys", parameters: {keys: [$ip]}}'
    IFS= read -r ANSWER
    if [[ $(jq -r .command <<< "$ANSWER") != continue ]]; then
      log "$IP is blocked already"
      exit 0
    fi
    iptables -w -I INPUT -s "$IP" -j DROP && iptables -w -I FORWARD -s "$IP" -j DROP && log "blocked $IP"
    ;;
  delete)
    iptables -w -D INPUT -s "$IP" -j DROP
    iptables -w -D FORWARD -s "$IP" -j DROP
    log "unblocked $IP"
    ;;
  *) log "unknown command" ;;
esac
