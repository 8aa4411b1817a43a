#!/bin/sh
# hosts.deny without jq or python: sed takes the values out of the one line that execd writes.
LOG=logs/active-responses.log
FILE=/etc/hosts.deny
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') hosts-deny-sed: $1" >> "$LOG"; }
value() { printf '%s\n' "$line" | sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p"; }

IFS= read -r line
command=$(value command)
ip=$(value srcip)
if ! printf '%s\n' "$ip" | grep -Eqx '[0-9]{1,3}(\.[0-9]{1,3}){3}'; then
  log "no IPv4 address found"
  exit 0
fi
case $ip in 127.*) log "will not deny $ip"; exit 0 ;; esac

if [ "$command" = delete ]; then
  grep -Fxv "ALL: $ip" "$FILE" > /tmp/hosts.deny.$$
  cat /tmp/hosts.deny.$$ > "$FILE"
  rm -f /tmp/hosts.deny.$$
  log "removed $ip"
  exit 0
fi

printf '{"version":1,"origin":{"name":"hosts-deny-sed","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r line
case $(value command) in
  continue) grep -Fxq "ALL: $ip" "$FILE" || echo "ALL: $ip" >> "$FILE"; log "added $ip" ;;
  *) log "$ip is there already" ;;
esac
