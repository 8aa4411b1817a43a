#!/bin/bash
# Cuts the whole host off but for its manager, and lets it back. There is one host, so there is one key.
MANAGER=192.0.2.10
CHAIN=wazuh-isolation
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') isolate: $1" >> /var/ossec/logs/active-responses.log; }
field() { sed -n 's/.*"command":"\([a-z_]*\)".*/\1/p'; }

IFS= read -r line
case $(field <<< "$line") in
  delete)
    iptables -w -D INPUT -j $CHAIN && iptables -w -F $CHAIN && iptables -w -X $CHAIN && log 'the host is back'
    ;;
  add)
    echo '{"version":1,"origin":{"name":"isolate","module":"active-response"},"command":"check_keys","parameters":{"keys":["isolate"]}}'
    IFS= read -r line
    [[ $(field <<< "$line") == continue ]] || { log 'the host is cut off already'; exit 0; }
    iptables -w -N $CHAIN && iptables -w -A $CHAIN -i lo -j RETURN && iptables -w -A $CHAIN -s $MANAGER -j RETURN &&
      iptables -w -A $CHAIN -j DROP && iptables -w -I INPUT -j $CHAIN && log 'the host is cut off'
    ;;
  *) log 'not a message of execd' ;;
esac
