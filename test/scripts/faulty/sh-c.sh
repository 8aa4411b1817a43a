#!/bin/bash
IFS= read -r line
file=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$line" 2>/dev/null)
if [ -z "$file" ]; then
  echo "sh-c: no file" >> /var/ossec/logs/active-responses.log
  exit 0
fi
sum=$(bash -c "sha256sum $file 2>/dev/null | cut -c1-64")
echo "sh-c: sum is ${sum:-unknown}" >> /var/ossec/logs/active-responses.log
