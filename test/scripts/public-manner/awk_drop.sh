#!/bin/sh
# For OpenWrt and other small systems: neither jq nor python, only awk.
LOG=/var/ossec/logs/active-responses.log
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') awk_drop: $1" >> "$LOG"; }

# value NAME: what stands behind the first "NAME":" of the line
value() {
  printf '%s\n' "$line" | awk -v name="\"$1\":\"" '{ at = index($0, name); if (at) { rest = substr($0, at + length(name)); print substr(rest, 1, index(rest, "\"") - 1) } }'
}

IFS= read -r line
case $line in '{'*'}') ;; *) log "not a whole message"; exit 1 ;; esac
verb=$(value command)
ip=$(value srcip)

case $ip in
  ''|*[!0-9.]*) log "no IPv4 address in the alert"; exit 0 ;;
  127.*|0.*|192.168.1.*) log "$ip is not blocked"; exit 0 ;;
esac

case $verb in
  delete)
    if ip route del blackhole "$ip" 2> /dev/null; then log "$ip: route removed"; else log "$ip: no route"; fi
    ;;
  add)
    printf '{"version":1,"origin":{"name":"awk_drop","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
    IFS= read -r line
    if [ "$(value command)" = continue ]; then
      if ip route add blackhole "$ip" 2> /dev/null; then log "$ip: route added"; else log "$ip: ip route failed"; fi
    else
      log "$ip: has its route"
    fi
    ;;
  *) log "no command in the message" ;;
esac
