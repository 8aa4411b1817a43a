#!/bin/bash
# Stateless: puts a changed web configuration back by restarting the service that renders it.
LOG_FILE="/var/ossec/logs/active-responses.log"
SERVICE="nginx"
IFS= read -r json_input
rule_id="$(jq -r '.parameters.alert.rule.id' <<< "$json_input")"
if systemctl restart "$SERVICE" > /dev/null 2>&1; then
  printf '%s restart-service.sh: restarted %s because of rule %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$SERVICE" "$rule_id" >> "$LOG_FILE"
else
  printf '%s restart-service.sh: could not restart %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$SERVICE" >> "$LOG_FILE"
fi
