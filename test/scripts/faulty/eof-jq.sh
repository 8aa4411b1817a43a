#!/bin/bash
# jq reads stdin itself, and jq reads to the end.
SRCIP=$(jq -r '.parameters.alert.data.srcip')
echo "$(date) eof-jq: seen ${SRCIP}" >> /var/ossec/logs/active-responses.log
