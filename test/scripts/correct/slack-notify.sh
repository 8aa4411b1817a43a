#!/bin/bash
# Posts an alert to a chat. Stateless.
HOOK='https://chat.example.com/hooks/abc'
LOG=/var/ossec/logs/active-responses.log
IFS= read -r MESSAGE

PAYLOAD=$(jq -c '{text: "\(.parameters.alert.rule.description) (\(.parameters.alert.rule.id)) on \(.parameters.alert.agent.name)"}' <<< "$MESSAGE") || {
  echo "$(date '+%Y/%m/%d %H:%M:%S') slack-notify.sh: this is no message of execd" >> $LOG
  exit 1
}
if curl -sS --max-time 5 -H 'Content-Type: application/json' -d "$PAYLOAD" "$HOOK" > /dev/null 2>&1; then
  STATE=posted
else
  STATE='not posted'
fi
echo "$(date '+%Y/%m/%d %H:%M:%S') slack-notify.sh: $STATE: $PAYLOAD" >> $LOG
