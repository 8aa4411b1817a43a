#!/bin/bash
IFS= read -r INPUT_JSON
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$INPUT_JSON" 2> /dev/null)
action=$(jq -r '.command // empty' <<< "$INPUT_JSON" 2> /dev/null)
# TODO: block $ip
exit 0
