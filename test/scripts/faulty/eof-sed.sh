#!/bin/sh
# sed prints the first line and goes on reading.
LINE=$(sed -n 1p)
USER_NAME=$(printf '%s' "$LINE" | jq -r '.parameters.alert.data.dstuser // "?"')
echo "eof-sed: $USER_NAME" >> /var/ossec/logs/active-responses.log
