#!/bin/bash
# Takes everything from stdin, as one would in a pipe.
INPUT=$(cat)
USER_NAME=$(jq -r '.parameters.alert.data.srcuser // "?"' <<< "$INPUT")
echo "$(date) eof-cat: somebody tried $USER_NAME" >> /var/ossec/logs/active-responses.log
