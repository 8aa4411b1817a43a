#!/bin/bash
# Telegram notification
BOT_TOKEN="123456:ABC-DEF"
CHAT_ID="-1001234567890"

read -r ALERT

DESC=$(echo "$ALERT" | jq -r '.rule.description')
LEVEL=$(echo "$ALERT" | jq -r '.rule.level')
AGENT=$(echo "$ALERT" | jq -r '.agent.name')
SRCIP=$(echo "$ALERT" | jq -r '.data.srcip')

MSG="Wazuh alert
Rule: $DESC
Level: $LEVEL
Agent: $AGENT
Source: $SRCIP"

curl -s -m 10 -o /dev/null "https://api.telegram.org/bot$BOT_TOKEN/sendMessage" -d "chat_id=$CHAT_ID" --data-urlencode "text=$MSG"
exit 0
