#!/bin/bash
#
# Ansible managed: templates/wazuh/managed_block.sh.j2, do not edit on the host
#
AR_NAME="managed_block"
AR_LOG="/var/ossec/logs/active-responses.log"
MANAGER_IPS="10.8.0.5 10.8.0.6"
ADMIN_NETS="10.9.0.0/16 127.0.0.0/8"
FW_CHAIN="INPUT"
FW_TARGET="DROP"

log_message() {
    local level="$1"; shift
    printf '%s %s: [%s] %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$AR_NAME" "$level" "$*" >> "$AR_LOG" 2>/dev/null
}

to_number() {
    local a b c d
    IFS=. read -r a b c d <<< "$1"
    echo $(( (10#$a << 24) + (10#$b << 16) + (10#$c << 8) + 10#$d ))
}

in_net() {
    local net="${2%/*}" bits="${2#*/}" mask
    mask=$(( (0xFFFFFFFF << (32 - bits)) & 0xFFFFFFFF ))
    (( ($(to_number "$1") & mask) == ($(to_number "$net") & mask) ))
}

protected() {
    local item
    for item in $MANAGER_IPS; do
        [ "$1" = "$item" ] && return 0
    done
    for item in $ADMIN_NETS; do
        in_net "$1" "$item" && return 0
    done
    return 1
}

for bin in jq iptables; do
    if ! command -v "$bin" >/dev/null 2>&1; then
        log_message ERROR "$bin is not installed"
        exit 1
    fi
done

IFS= read -r REQUEST
SRCIP="$(jq -r '.parameters.alert.data.srcip // empty' <<< "$REQUEST" 2>/dev/null)"
ACTION="$(jq -r '.command // empty' <<< "$REQUEST" 2>/dev/null)"

if [[ ! "$SRCIP" =~ ^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}$ ]]; then
    log_message INFO "no IPv4 address, nothing done"
    exit 0
fi
if protected "$SRCIP"; then
    log_message INFO "$SRCIP is protected"
    exit 0
fi

RULE=("$FW_CHAIN" -s "$SRCIP" -m comment --comment "$AR_NAME" -j "$FW_TARGET")

if [ "$ACTION" = "add" ]; then
    jq -nc --arg name "$AR_NAME" --arg ip "$SRCIP" \
        '{version: 1, origin: {name: $name, module: "active-response"}, command: "check_keys", parameters: {keys: [$ip]}}'
    IFS= read -r VERDICT
    if [ "$(jq -r .command <<< "$VERDICT" 2>/dev/null)" != "continue" ]; then
        log_message INFO "$SRCIP is pending"
        exit 0
    fi
    if iptables -w -I "${RULE[@]}" 2>/dev/null; then
        log_message INFO "$SRCIP blocked"
    else
        log_message ERROR "$SRCIP not blocked"
        exit 1
    fi
elif [ "$ACTION" = "delete" ]; then
    if iptables -w -D "${RULE[@]}" 2>/dev/null; then
        log_message INFO "$SRCIP released"
    else
        log_message INFO "$SRCIP was not blocked"
    fi
fi
