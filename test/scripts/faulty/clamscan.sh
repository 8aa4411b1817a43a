#!/bin/bash
IFS= read -r line
file=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$line")
[[ -f $file ]] || { echo "clamscan: no file" >> logs/active-responses.log; exit 0; }
if clamdscan --fdpass --quiet "$file"; then
  echo "clamscan: nothing in it" >> logs/active-responses.log
else
  echo "clamscan: infected, or so it seems" >> logs/active-responses.log
fi
