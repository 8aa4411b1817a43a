#!/bin/bash
# Quarantine without jq
LOG=/var/ossec/logs/active-responses.log
QDIR=/var/ossec/quarantine

IFS= read -r J
F=$(sed -n 's/.*"syscheck":{"path":"\([^"\\]*\)".*/\1/p' <<< "$J")
if [ -z "$F" ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') sed_quarantine: no path" >> $LOG
  exit 0
fi
if [ ! -f "$F" ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') sed_quarantine: $F does not exist" >> $LOG
  exit 0
fi

mkdir -p $QDIR && chmod 700 $QDIR
if mv -- "$F" "$QDIR/$(basename -- "$F").$(date +%s%N)"; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') sed_quarantine: $F moved to $QDIR" >> $LOG
else
  echo "$(date '+%Y/%m/%d %H:%M:%S') sed_quarantine: could not move $F" >> $LOG
fi
