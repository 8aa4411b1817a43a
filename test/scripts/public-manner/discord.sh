#!/bin/bash
HOOK="https://discord.com/api/webhooks/000000000000000000/xxxxxxxx"
JSON=$(cat -)
if [ -z "$JSON" ]; then exit 1; fi

TITLE=$(echo "$JSON" | jq -r .parameters.alert.rule.description)
AGENT=$(echo "$JSON" | jq -r .parameters.alert.agent.name)
BODY=$(jq -n --arg t "$TITLE" --arg a "$AGENT" '{username:"SOC",embeds:[{title:$t,color:15158332,fields:[{name:"Agent",value:$a}]}]}')

curl -s -o /dev/null -H "Content-Type: application/json" -d "$BODY" $HOOK
