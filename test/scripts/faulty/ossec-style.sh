#!/bin/sh
# As before 4.2: everything came as arguments.
ACTION=$1
USER=$2
IP=$3
LOCAL=$(dirname "$0")
echo "$(date) $0 $1 $2 $3 $4 $5" >> /var/ossec/logs/active-responses.log
if [ "x${IP}" = "x" ]; then
  echo "$0: <action> <username> <ip>" >> /var/ossec/logs/active-responses.log
  exit 1
fi
if [ "x${ACTION}" = "xadd" ]; then
  iptables -I INPUT -s "${IP}" -j DROP
elif [ "x${ACTION}" = "xdelete" ]; then
  iptables -D INPUT -s "${IP}" -j DROP
fi
