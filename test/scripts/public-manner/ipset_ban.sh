#!/bin/bash
set -o nounset

readonly SETNAME=wazuh4
readonly LOGFILE=/var/ossec/logs/active-responses.log

function logmsg {
    echo "$(date '+%Y/%m/%d %H:%M:%S') active-response/bin/ipset_ban.sh: $1" >> "$LOGFILE"
}

function is_ipv4 {
    local part
    [[ $1 =~ ^([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)$ ]] || return 1
    for part in "${BASH_REMATCH[@]:1}"; do
        (( 10#$part < 256 )) || return 1
    done
}

for program in jq ipset iptables; do
    if ! hash "$program" 2>/dev/null; then
        logmsg "$program not found, giving up"
        exit 1
    fi
done

IFS= read -r INPUT
COMMAND=$(jq -r .command <<< "$INPUT" 2>/dev/null)
SRCIP=$(jq -r '.parameters.alert.data.srcip?' <<< "$INPUT" 2>/dev/null)

if ! is_ipv4 "$SRCIP"; then
    logmsg "no IPv4 source address in the alert"
    exit 1
fi
if [[ $SRCIP == 127.* || $SRCIP == 0.* || $SRCIP == 192.168.50.* ]]; then
    logmsg "$SRCIP is never banned"
    exit 0
fi

if [[ $COMMAND == add ]]; then
    printf '{"version":1,"origin":{"name":"ipset_ban","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$SRCIP"
    IFS= read -r VERDICT
    if [[ $(jq -r .command <<< "$VERDICT") != continue ]]; then
        logmsg "$SRCIP: already banned"
        exit 0
    fi
    ipset create "$SETNAME" hash:ip -exist > /dev/null 2>&1
    iptables -w -C INPUT -m set --match-set "$SETNAME" src -j DROP 2>/dev/null ||
        iptables -w -I INPUT -m set --match-set "$SETNAME" src -j DROP > /dev/null 2>&1
    if ipset add "$SETNAME" "$SRCIP" -exist > /dev/null 2>&1; then
        logmsg "$SRCIP: banned"
    else
        logmsg "$SRCIP: ipset refused"
    fi
elif [[ $COMMAND == delete ]]; then
    ipset del "$SETNAME" "$SRCIP" -exist > /dev/null 2>&1 && logmsg "$SRCIP: ban lifted" || logmsg "$SRCIP: not in the set"
fi
exit 0
