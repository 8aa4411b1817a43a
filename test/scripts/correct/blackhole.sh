#!/bin/bash
# Sends packets for the attacker into a black hole: works for every protocol, needs no firewall.
set -u
readonly LOG=/var/ossec/logs/active-responses.log

say() { printf '%s %s: %s\n' "$(date '+%F %T')" blackhole "$1" >> "$LOG"; }
json() { python3 -c '
import json, sys
value = json.loads(sys.argv[1])
for name in sys.argv[2].split("."):
    value = value.get(name, "") if isinstance(value, dict) else ""
print(value)' "$1" "$2" 2>/dev/null; }

IFS= read -r message
ip=$(json "$message" parameters.alert.data.srcip)
if [[ ! $ip =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ || $ip == 127.* ]]; then
  say "not an address to route away: ${ip:-none}"
  exit 0
fi
if [[ $(json "$message" command) == delete ]]; then
  ip route del blackhole "$ip/32" 2>/dev/null && say "route to $ip is back"
  exit 0
fi
printf '{"version":1,"origin":{"name":"blackhole","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r message
if [[ $(json "$message" command) == continue ]]; then
  ip route add blackhole "$ip/32" && say "no route to $ip any more"
else
  say "$ip has no route already"
fi
