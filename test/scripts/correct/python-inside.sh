#!/bin/sh
# Takes the message apart with Python, and says itself what it could not read.
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') python-inside: $*" >> /var/ossec/logs/active-responses.log; }
field() { printf '%s\n' "$message" | python3 -c "import json, sys; print(json.load(sys.stdin)$1)"; }

IFS= read -r message
command=$(field '["command"]')
address=$(field '["parameters"]["alert"]["data"]["srcip"]')
case $address in
  '' | 127.* | *[!0-9.]*)
    log "no address to shut out"
    exit 1
    ;;
esac
if [ "$command" = delete ]; then
  ip route del blackhole "$address" && log "opened for $address"
  exit 0
fi
printf '{"version":1,"origin":{"name":"python-inside","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$address"
IFS= read -r message
[ "$(field '["command"]')" = continue ] || { log "shut already for $address"; exit 0; }
ip route add blackhole "$address" && log "shut for $address"
