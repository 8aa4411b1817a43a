#!/bin/bash
LOG=/var/ossec/logs/active-responses.log
while IFS= read -r line; do
  rule=$(jq -r '.parameters.alert.rule.id // empty' <<< "$line" 2>/dev/null)
  [ -n "$rule" ] && echo "eof-while-read: rule $rule" >> "$LOG" || echo "eof-while-read: no rule" >> "$LOG"
done
