#!/bin/bash
IFS= read -r line
echo "bom: level $(jq -r '.parameters.alert.rule.level // "?"' <<< "$line")" >> /var/ossec/logs/active-responses.log
