#!/bin/sh
# Null route
LOG=/var/ossec/logs/active-responses.log
log() { echo "`date '+%Y/%m/%d %H:%M:%S'` null_route: $1" >> $LOG; }

IFS= read -r INPUT
IP=`printf '%s' "$INPUT" | jq -r '.parameters.alert.data.srcip // empty' 2>/dev/null`
CMD=`printf '%s' "$INPUT" | jq -r '.command' 2>/dev/null`

if ! echo "$IP" | grep -Eq '^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}$'; then
  log "no IPv4 address in the alert"
  exit 1
fi
case "$IP" in
  127.*|10.*) log "$IP is ours"; exit 0 ;;
esac

if [ "$CMD" = add ]; then
  printf '{"version":1,"origin":{"name":"null_route","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$IP"
  IFS= read -r OK
  [ "`printf '%s' "$OK" | jq -r .command`" = continue ] || { log "$IP: abort"; exit 0; }
  if ip route add blackhole "$IP/32" 2>/dev/null; then log "$IP: route added"; else log "$IP: could not add route"; fi
fi
if [ "$CMD" = delete ]; then
  route del -host "$IP" reject 2>/dev/null
  log "$IP: route removed"
fi
