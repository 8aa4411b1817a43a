#!/bin/bash
# RouterOS address list over SSH

ROUTER=10.0.10.1
USER=wazuh
LIST=blacklist
LOGFILE=/var/ossec/logs/active-responses.log

read INPUT
SRC=$(echo "$INPUT" | jq -r '.parameters.alert.srcip')

if [ -z "$SRC" ] || [ "$SRC" = "null" ]; then
  echo "$(date) mikrotik_list: no source address" >> $LOGFILE
  exit 0
fi
if [[ ! $SRC =~ ^[0-9.]+$ ]] || [[ $SRC == 127.* ]] || [[ $SRC == 10.0.10.* ]]; then
  echo "$(date) mikrotik_list: $SRC skipped" >> $LOGFILE
  exit 0
fi

if ssh -n -o ConnectTimeout=5 -o BatchMode=yes $USER@$ROUTER "/ip firewall address-list add list=$LIST address=$SRC timeout=2h comment=wazuh" >> $LOGFILE 2>&1; then
  echo "$(date) mikrotik_list: $SRC added to $LIST" >> $LOGFILE
else
  echo "$(date) mikrotik_list: could not add $SRC" >> $LOGFILE
fi
