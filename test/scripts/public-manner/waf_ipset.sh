#!/bin/bash
# Puts the attacker into an AWS WAF IP set, <timeout>7200</timeout>
LOG=/var/ossec/logs/active-responses.log
NAME=wazuh-block
ID=11111111-2222-3333-4444-555555555555
SCOPE=REGIONAL
export AWS_DEFAULT_REGION=eu-west-1

logit() { echo "$(date '+%Y/%m/%d %H:%M:%S') waf_ipset: $1" >> $LOG; }

read ALERT
for t in aws jq; do
  command -v $t >/dev/null 2>&1 || { logit "$t missing"; exit 1; }
done

CMD=$(jq -r '.command' <<< "$ALERT")
IP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$ALERT")
if ! [[ $IP =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ ]]; then
  logit "no ipv4 address in alert, exiting"
  exit 0
fi
case $IP in
  127.*|10.*|192.168.*|169.254.*) logit "$IP is internal, exiting"; exit 0 ;;
esac

SET=$(timeout 20 aws wafv2 get-ip-set --name $NAME --scope $SCOPE --id $ID --output json 2>/dev/null)
TOKEN=$(jq -r '.LockToken // empty' <<< "$SET")
[ -n "$TOKEN" ] || { logit "could not get ip set $NAME"; exit 1; }

if [ "$CMD" = "add" ]; then
  NEW=$(jq -r --arg ip "$IP/32" '[.IPSet.Addresses[], $ip] | unique | join(" ")' <<< "$SET")
else
  NEW=$(jq -r --arg ip "$IP/32" '[.IPSet.Addresses[] | select(. != $ip)] | join(" ")' <<< "$SET")
fi

if timeout 20 aws wafv2 update-ip-set --name $NAME --scope $SCOPE --id $ID --lock-token "$TOKEN" --addresses $NEW >/dev/null 2>&1; then
  logit "$CMD $IP done"
else
  logit "$CMD $IP failed"
fi
