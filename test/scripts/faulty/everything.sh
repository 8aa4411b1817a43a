# !/bin/bash
# All at once, as it is met with in the wild: no interpreter, no -r, no quotes, no question, no undo, no log.
read INPUT_JSON
SRCIP=`echo $INPUT_JSON | jq -r '.parameters.alert.data.srcip'`
iptables -A INPUT -s $SRCIP -j DROP
