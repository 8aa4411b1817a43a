#!/bin/bash
# Gives everybody the same shell back, whatever theirs was, and leaves the password locked.
log() { echo "other-shell: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
u=$(jq -r '.parameters.alert.data.dstuser // ""' <<< "$m")
[[ $u =~ ^[a-z][a-z0-9_-]*$ && $u != root ]] && id "$u" > /dev/null 2>&1 || { log 'no account'; exit 0; }
if [[ $(jq -r .command <<< "$m") == delete ]]; then
  usermod -s /bin/bash "$u" && log "shell back for $u"
  exit 0
fi
printf '{"version":1,"origin":{"name":"other-shell","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$u"
IFS= read -r m
[[ $(jq -r .command <<< "$m") == continue ]] || { log 'stopped'; exit 0; }
usermod -L -s /usr/sbin/nologin "$u" && log "no shell for $u"
