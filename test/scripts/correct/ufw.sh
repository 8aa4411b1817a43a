#!/usr/bin/env bash
# Wazuh active response for hosts that are managed with ufw.
readonly AR_LOG=/var/ossec/logs/active-responses.log

log() { printf '%(%Y/%m/%d %H:%M:%S)T ufw.sh[%d]: %s\n' -1 "$$" "$*" >> "$AR_LOG"; }
die() { log "ERROR: $*"; exit 1; }
valid_ip() {
  local IFS=. octet
  [[ $1 =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ ]] || return 1
  for octet in $1; do (( octet <= 255 )) || return 1; done
}

main() {
  command -v jq > /dev/null || die 'jq is not installed'
  command -v ufw > /dev/null || die 'ufw is not installed'
  local request verb ip
  IFS= read -r request
  verb=$(jq -r .command <<< "$request" 2> /dev/null) || die 'not JSON'
  ip=$(jq -r '.parameters.alert.data.srcip // .parameters.alert.data.src_ip // ""' <<< "$request")
  valid_ip "$ip" || die "not an IPv4 address: '${ip:0:60}'"
  [[ $ip != 127.* && $ip != 0.0.0.0 ]] || die "refusing to block $ip"
  case $verb in
    add)
      printf '{"version":1,"origin":{"name":"ufw","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
      IFS= read -r request
      [[ $(jq -r .command <<< "$request") == continue ]] || { log "$ip: duplicate"; return; }
      ufw insert 1 deny from "$ip" to any > /dev/null && log "$ip: denied"
      ;;
    delete)
      ufw delete deny from "$ip" to any > /dev/null && log "$ip: allowed again"
      ;;
    *) die "unknown command" ;;
  esac
}

main
