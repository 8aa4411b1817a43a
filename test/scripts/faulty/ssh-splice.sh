#!/bin/bash
# The gateway's shell reads the address once more.
IFS= read -r MSG
USER_NAME=$(jq -r '.parameters.alert.data.srcuser // empty' <<< "$MSG" 2>/dev/null)
LOG=/var/ossec/logs/active-responses.log
[ -n "$USER_NAME" ] || { echo "ssh-splice: no user" >> "$LOG"; exit 0; }
if ssh -o BatchMode=yes -o ConnectTimeout=5 blocker@gateway "echo $USER_NAME >> /etc/blocked-users" < /dev/null 2> /dev/null; then
  echo "ssh-splice: told the gateway" >> "$LOG"
else
  echo "ssh-splice: the gateway does not answer" >> "$LOG"
fi
