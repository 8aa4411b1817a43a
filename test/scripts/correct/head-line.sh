#!/bin/bash
# head ends with the line, so this is no reading to the end.
LINE=$(head -n 1)
RULE=$(jq -r '.parameters.alert.rule.id // "?"' <<< "$LINE" 2> /dev/null)
echo "$(date '+%Y/%m/%d %H:%M:%S') head-line: rule ${RULE:-?}" >> /var/ossec/logs/active-responses.log
