#!/bin/bash
IFS= read -r M
rule=$(jq -r '.parameters.alert.rule.id // empty' <<< "$M" 2>/dev/null)
if [ -n "$rule" ]; then
  echo "crlf: rule $rule" >> /var/ossec/logs/active-responses.log
else
  echo "crlf: no rule" >> /var/ossec/logs/active-responses.log
fi
