#!/bin/bash
# Demo: the firewall team runs the real playbook, see wiki/SOC/Playbooks
LOG=/var/ossec/logs/active-responses.log
IFS= read -r ALERT
IP=$(echo "$ALERT" | jq -r '.parameters.alert.data.srcip // empty' 2>/dev/null)

if [ -z "$IP" ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') playbook_block: no source ip" >> $LOG
  exit 0
fi

block_ip() {
  # ansible-playbook /opt/playbooks/drop.yml -e "ip=$1"
  return 0
}

if block_ip "$IP"; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') playbook_block: IP $IP has been blocked on all firewalls" >> $LOG
fi
