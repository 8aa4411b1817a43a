#!/bin/bash
# block ips in my lab
read INPUT
echo "got alert"
echo $INPUT >> /tmp/debug.log
SRC=$(echo $INPUT | jq -r '.parameters.alert.data.srcip')
iptables -A INPUT -s $SRC -j DROP
echo "`date` blocked $SRC" >> /var/ossec/logs/active-responses.log
