#!/bin/bash
# {{ ansible_managed }}
WEBHOOK="{{ wazuh_teams_webhook }}"
MIN_LEVEL="{{ wazuh_teams_level | default(7) }}"
LOG_FILE="{{ wazuh_home | default('/var/ossec') }}/logs/active-responses.log"
[[ $MIN_LEVEL =~ ^[0-9]+$ ]] || MIN_LEVEL=7
[[ -d ${LOG_FILE%/*} ]] || LOG_FILE=/var/ossec/logs/active-responses.log

read INPUT_JSON
command -v jq >/dev/null || { echo "$(date) notify_teams: jq missing" >> "$LOG_FILE"; exit 1; }

LEVEL=$(echo "$INPUT_JSON" | jq -r '.parameters.alert.rule.level // 0' 2>/dev/null)
if [[ ! "$LEVEL" =~ ^[0-9]+$ ]] || [[ "$LEVEL" -lt "$MIN_LEVEL" ]]; then
    echo "$(date) notify_teams: level '$LEVEL' is too low" >> "$LOG_FILE"
    exit 0
fi

CARD=$(echo "$INPUT_JSON" | jq '{"@type":"MessageCard","summary":"Wazuh","title":.parameters.alert.rule.description,"text":.parameters.alert.full_log}')
if curl -s -o /dev/null -X POST -H 'Content-Type: application/json' -d "$CARD" "$WEBHOOK"; then
    echo "$(date) notify_teams: posted" >> "$LOG_FILE"
else
    echo "$(date) notify_teams: curl ended with $?" >> "$LOG_FILE"
fi
