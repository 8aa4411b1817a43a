#!/bin/sh
# Keeps a copy for debugging. That was the idea.
tee /tmp/last-alert.json > /dev/null
srcip=$(jq -r '.parameters.alert.data.srcip // empty' < /tmp/last-alert.json)
echo "eof-tee: alert about ${srcip:-nobody}" >> /var/ossec/logs/active-responses.log
