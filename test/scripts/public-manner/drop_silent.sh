#!/bin/bash
LOG="/var/ossec/logs/active-responses.log"
IFS= read -r INPUT

SRC=$(echo "$INPUT" | jq -r '.parameters.alert.data.srcip // empty' 2>/dev/null)
if [[ ! $SRC =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ ]] || [[ $SRC == 127.* ]]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') drop_silent: nothing to block" >> "$LOG"
  exit 0
fi

iptables --append INPUT --source "$SRC" --jump BLOCK >/dev/null 2>&1
echo "$(date '+%Y/%m/%d %H:%M:%S') drop_silent: Blocked $SRC" >> "$LOG"
