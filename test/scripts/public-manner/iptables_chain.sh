#!/bin/bash
# Keeps its rules in a chain of its own, so that they can be seen with: iptables -nL WAZUH
set -euo pipefail

CHAIN=WAZUH
LOG=/var/ossec/logs/active-responses.log

log() { echo "$(date '+%Y/%m/%d %H:%M:%S') iptables_chain: $*" 2> /dev/null >> "$LOG" || true; }
trap 'log "failed in line $LINENO"' ERR

tool_for() {
  case $1 in
    *:*) echo ip6tables ;;
    *) echo iptables ;;
  esac
}

prepare() {
  "$1" -w -N "$CHAIN" 2> /dev/null || true
  "$1" -w -C INPUT -j "$CHAIN" 2> /dev/null || "$1" -w -I INPUT -j "$CHAIN"
}

main() {
  local msg ip verb tool answer
  IFS= read -r msg || { log "nothing to read"; return 0; }
  if ! ip=$(jq -r '.parameters.alert.data.srcip // empty' 2> /dev/null <<< "$msg"); then
    log "unreadable message, or no jq"
    return 0
  fi
  if [[ ! $ip =~ ^([0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+)$ ]]; then
    log "no address to block"
    return 0
  fi
  if [[ $ip == 127.* || $ip == ::1 || $ip == 0.0.0.0 || $ip == :: ]]; then
    log "$ip is the host itself"
    return 0
  fi
  verb=$(jq -r .command <<< "$msg")
  tool=$(tool_for "$ip")
  if ! command -v "$tool" > /dev/null; then
    log "$tool is not installed"
    return 0
  fi

  if [[ $verb == delete ]]; then
    if "$tool" -w -D "$CHAIN" -s "$ip" -j DROP 2> /dev/null; then log "$ip: rule removed"; else log "$ip: there is no rule"; fi
    return 0
  fi

  jq -cn --arg ip "$ip" '{version: 1, origin: {name: "iptables_chain", module: "active-response"}, command: "check_keys", parameters: {keys: [$ip]}}'
  IFS= read -r answer || answer='{}'
  if [[ $(jq -r .command <<< "$answer") != continue ]]; then
    log "$ip: nothing to do"
    return 0
  fi
  prepare "$tool"
  if "$tool" -w -A "$CHAIN" -s "$ip" -j DROP 2> /dev/null; then log "$ip: dropped"; else log "$ip: $tool refused"; fi
}

main
