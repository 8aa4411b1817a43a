#!/bin/bash
# Emergency isolation: nothing in, nothing out, but the manager
LOG="/var/ossec/logs/active-responses.log"
MANAGER="198.51.100.5"

if ! command -v iptables > /dev/null; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') isolate_now: no iptables" >> $LOG
  exit 1
fi

iptables -N ISOLATION 2>/dev/null
iptables -F ISOLATION
iptables -A ISOLATION -i lo -j RETURN
iptables -A ISOLATION -s $MANAGER -j RETURN
iptables -A ISOLATION -j DROP
iptables -C INPUT -j ISOLATION 2>/dev/null || iptables -I INPUT -j ISOLATION

echo "$(date '+%Y/%m/%d %H:%M:%S') isolate_now: host isolated" >> $LOG
