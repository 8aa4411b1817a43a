#!/bin/bash
# Stateless: a long scan must not keep execd waiting, so it goes on alone, with nothing of ours open.
IFS= read -r message
dir=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$message")
dir=${dir%/*}
[[ $dir == /?* && -d $dir ]] || { echo "hand-over: no folder to scan" >> logs/active-responses.log; exit 0; }
setsid bash -c 'sleep 20; find "$1" -newermt "-1 day" -type f > /var/ossec/tmp/recent' scan "$dir" < /dev/null > /dev/null 2>&1 &
echo "hand-over: scanning $dir in the background" >> logs/active-responses.log
