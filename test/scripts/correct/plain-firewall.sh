#!/bin/bash
read -r ALERT
ACTION=$(echo "$ALERT" | jq -r .command)
IP=$(echo "$ALERT" | jq -r .parameters.alert.data.srcip)
LOG=/var/ossec/logs/active-responses.log
if [ "$ACTION" = "add" ]; then
  echo '{"version":1,"origin":{"name":"plain-firewall","module":"active-response"},"command":"check_keys","parameters":{"keys":["'"$IP"'"]}}'
  read -r ANSWER
  if [ "$(echo "$ANSWER" | jq -r .command)" = "continue" ]; then
    iptables -I INPUT -s "$IP" -j DROP
    echo "$(date) blocked $IP" >> $LOG
  else
    echo "$(date) $IP was blocked before" >> $LOG
  fi
elif [ "$ACTION" = "delete" ]; then
  iptables -D INPUT -s "$IP" -j DROP
  echo "$(date) unblocked $IP" >> $LOG
fi
