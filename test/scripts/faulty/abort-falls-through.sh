#!/bin/bash
log() { echo "abort-falls-through: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
user=$(jq -r '.parameters.alert.data.dstuser // empty' <<< "$M")
cmd=$(jq -r .command <<< "$M")
[[ $user =~ ^[a-z][a-z0-9]*$ && $user != root ]] || { log 'no account'; exit 0; }
getent passwd "$user" > /dev/null || { log "no account $user"; exit 0; }
if [[ $cmd == add ]]; then
  printf '{"version":1,"origin":{"name":"abort-falls-through","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$user"
  IFS= read -r M
  if [[ $(jq -r .command <<< "$M") == abort ]]; then
    log "$user is locked already"
  fi
  usermod -L "$user"
  echo "$user $(date +%s)" >> /var/ossec/etc/locked-accounts
  log "locked $user"
elif [[ $cmd == delete ]]; then
  usermod -U "$user"
  sed -i "/^$user /d" /var/ossec/etc/locked-accounts
  [ -s /var/ossec/etc/locked-accounts ] || rm -f /var/ossec/etc/locked-accounts
  log "unlocked $user"
fi
