#!/bin/bash
# eval runs the alert's text a second time.
IFS= read -r line
USER_NAME=$(jq -r '.parameters.alert.data.srcuser // empty' <<< "$line" 2>/dev/null)
LOG=/var/ossec/logs/active-responses.log
[ -n "$USER_NAME" ] || { echo "eval: no user" >> $LOG; exit 0; }
eval "grep -c '^$USER_NAME:' /etc/passwd" > /var/ossec/tmp/count 2>/dev/null
echo "eval: looked for a user" >> $LOG
