#!/bin/bash
# Without jq there is no address, no entry, and no word about it.
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M" 2> /dev/null)
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || exit 0
echo "ALL: $ip" >> /etc/hosts.deny
echo "jq-unchecked: denied $ip" >> /var/ossec/logs/active-responses.log
