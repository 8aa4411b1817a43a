#!/bin/bash
# Hands the address to fail2ban, which does the blocking. Jail: wazuh (banaction = nftables, bantime = -1)
JAIL=wazuh
LOG=/var/ossec/logs/active-responses.log
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') f2b_jail: $*" >> "$LOG"; }

if ! command -v fail2ban-client > /dev/null 2>&1 || ! command -v python3 > /dev/null 2>&1; then
  log "fail2ban-client and python3 are needed"
  exit 1
fi

field() { python3 -c '
import json, sys
value = json.loads(sys.stdin.readline())
for name in sys.argv[1].split("."):
    value = value.get(name) if isinstance(value, dict) else None
print(value if isinstance(value, str) else "")' "$1" 2> /dev/null; }

IFS= read -r message
ip=$(field parameters.alert.data.srcip <<< "$message")
if ! python3 -c 'import ipaddress, sys; a = ipaddress.ip_address(sys.argv[1]); sys.exit(a.is_loopback or a.is_unspecified)' "$ip" 2> /dev/null; then
  log "no address to ban: '$ip'"
  exit 0
fi

case "$(field command <<< "$message")" in
  add)
    printf '{"version":1,"origin":{"name":"f2b_jail","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
    IFS= read -r answer
    if [[ "$(field command <<< "$answer")" != continue ]]; then
      log "$ip is banned already"
    elif timeout 20 fail2ban-client set "$JAIL" banip "$ip" > /dev/null 2>&1; then
      log "$ip banned"
    else
      log "$ip: fail2ban refused"
    fi
    ;;
  delete)
    if timeout 20 fail2ban-client set "$JAIL" unbanip "$ip" > /dev/null 2>&1; then log "$ip unbanned"; else log "$ip: fail2ban refused"; fi
    ;;
  *) log "unknown command" ;;
esac
