#!/bin/bash
# Without quotes the shell splits the value into words and expands stars in it.
IFS= read -r MSG
FILE=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$MSG" 2>/dev/null)
if [ -z "$FILE" ]; then
  echo "unquoted: no file" >> /var/ossec/logs/active-responses.log
  exit 0
fi
mkdir -p /var/ossec/quarantine
mv $FILE /var/ossec/quarantine/ 2> /dev/null
[ -e "$FILE" ] && result='is still there' || result='is in quarantine'
echo "unquoted: file $result" >> /var/ossec/logs/active-responses.log
