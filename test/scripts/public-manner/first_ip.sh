#!/bin/bash
# No jq on our appliances, so grep has to do
LOG=/var/ossec/logs/active-responses.log
IFS= read -r line

IP=$(grep -oE '[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}' <<< "$line" | head -1)
CMD=$(grep -oE '"command":"[a-z_]+"' <<< "$line" | head -1 | cut -d'"' -f4)

if [ -z "$IP" ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') first_ip: no address" >> $LOG
  exit 0
fi
if [[ $IP == 127.* ]]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') first_ip: $IP is local" >> $LOG
  exit 0
fi
if ! command -v iptables >/dev/null; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') first_ip: no iptables" >> $LOG
  exit 1
fi

if [ "$CMD" = "delete" ]; then
  iptables -D INPUT -s "$IP" -j DROP 2>/dev/null && echo "$(date '+%Y/%m/%d %H:%M:%S') first_ip: $IP unblocked" >> $LOG
  exit 0
fi

printf '{"version":1,"origin":{"name":"first_ip","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$IP"
IFS= read -r answer
case "$answer" in
  *'"command":"continue"'*)
    iptables -I INPUT -s "$IP" -j DROP && echo "$(date '+%Y/%m/%d %H:%M:%S') first_ip: $IP blocked" >> $LOG ;;
  *)
    echo "$(date '+%Y/%m/%d %H:%M:%S') first_ip: aborted" >> $LOG ;;
esac
