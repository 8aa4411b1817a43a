#!/bin/bash
# Leaves the blocking to fail2ban, which is on these hosts anyway.
JAIL=sshd
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') fail2ban.sh: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r line
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$line" 2> /dev/null)
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log "no address to ban"; exit 0; }
case $(jq -r .command <<< "$line") in
  add)
    jq -nc --arg ip "$ip" '{version:1,origin:{name:"fail2ban",module:"active-response"},command:"check_keys",parameters:{keys:[$ip]}}'
    IFS= read -r line
    [[ $(jq -r .command <<< "$line") == continue ]] || { log "$ip is banned already"; exit 0; }
    fail2ban-client set $JAIL banip "$ip" > /dev/null && log "banned $ip" ;;
  delete) fail2ban-client set $JAIL unbanip "$ip" > /dev/null && log "unbanned $ip" ;;
esac
