#!/bin/bash
# Locks an account. Takes whatever has come within a second for its message, however it was started.
log=/var/ossec/logs/active-responses.log

say() { printf '%s timeout-cat: %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$1" >> "$log"; }

message=$(timeout 1 cat)
if ! user=$(jq -er '.parameters.alert.data.dstuser' <<< "$message" 2> /dev/null); then
  say "no account in the alert"
  exit 0
fi
case $user in
  root | wazuh) say "$user is never locked" ;;
  *[!a-z0-9_]* | '') say "no name of an account" ;;
  *)
    if usermod --lock -- "$user"; then say "locked $user"; else say "could not lock $user"; fi
    ;;
esac
