#!/bin/bash
# Looks for srcip at the top of the alert, and blocks the word "null".
IFS= read -r INPUT
IP=$(jq -r .parameters.alert.srcip <<< "$INPUT")
printf 'ALL: %s\n' "$IP" >> /etc/hosts.deny
echo "top-srcip: denied $IP" >> /var/ossec/logs/active-responses.log
