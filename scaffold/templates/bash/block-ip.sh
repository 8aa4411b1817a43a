#!/bin/bash
# Drops packets from the alert's source address, and lets them in again at the timeout.
#
# Wazuh writes one line of JSON to stdin. For `add` the script names its target, waits for `continue`, and acts; for
# `delete`, which comes at the timeout, it takes back what `add` did. Messages go to logs/active-responses.log.
# Needs Linux with iptables (and ip6tables for IPv6), and jq to read JSON; where jq is missing, python3 does it.

# Where the alert names the target: the first field that is there counts.
TARGET_FIELDS=(parameters.alert.data.srcip parameters.alert.data.win.eventdata.ipAddress)

# Addresses and networks that are never blocked, whatever an alert says: an attacker can forge a log line.
# This machine's own addresses are left alone too.
ALLOW_LIST=(
  127.0.0.0/8 ::1 # loopback
  169.254.0.0/16 fe80::/10 # link-local
  224.0.0.0/4 ff00::/8 # multicast
  0.0.0.0/8 :: # no address of anybody
  # 192.0.2.10 # your Wazuh server
  # 192.0.2.0/24 # your administrators' network
)

CHAINS=(INPUT FORWARD)

# Prints the address in one spelling: IPv6 in full and in small letters. Fails for what is none.
parse() {
  local address=$1 hex start
  [[ $address == ::[Ff][Ff][Ff][Ff]:*.* ]] && address=${address##*:}
  hex=$(digits "$address") || return
  if [[ ${#hex} -eq 32 ]]; then
    address=${hex:0:4}
    for start in 4 8 12 16 20 24 28; do
      address+=:${hex:start:4}
    done
  fi
  printf '%s' "$address"
}

# Prints why `add` leaves the address alone; nothing if it does not.
objection() {
  local address entry
  address=$(digits "$1")
  for entry in "${ALLOW_LIST[@]}"; do
    if covers "$entry" "$address"; then
      echo "$entry is on the allow-list"
      return
    fi
  done
  for entry in $(hostname -I 2>/dev/null); do
    if covers "$entry" "$address"; then
      echo 'it is an address of this machine'
      return
    fi
  done
}

# Whether a network, such as 10.0.0.0/8, or an address covers an address that is given in hexadecimal digits.
covers() {
  local network bits whole
  network=$(digits "${1%/*}") || return
  [[ ${#network} -eq ${#2} ]] || return
  bits=$((${#network} * 4))
  [[ $1 == */* ]] && bits=${1#*/}
  whole=$((bits / 4))
  [[ ${network:0:whole} == "${2:0:whole}" ]] || return
  ((bits % 4 == 0)) || (((16#${network:whole:1} ^ 16#${2:whole:1}) >> (4 - bits % 4) == 0))
}

# Prints an address as hexadecimal digits: 8 of them for IPv4, 32 for IPv6. Fails for what is no address.
digits() {
  local part before after missing
  if [[ $1 =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}$ ]]; then
    IFS=. read -ra before <<<"$1"
    for part in "${before[@]}"; do
      # Some programs read a number that begins with 0 as octal.
      [[ $part == 0 || $part != 0* ]] || return
      ((part <= 255)) || return
      printf '%02x' "$part"
    done
    return
  fi
  [[ $1 =~ ^[0-9A-Fa-f:]{2,39}$ && $1 == *:* && $1 != *::*::* && $1 != *:::* ]] || return
  [[ $1 != :[!:]* && $1 != *[!:]: ]] || return
  IFS=: read -ra before <<<"${1%%::*}"
  after=()
  [[ $1 == *::* ]] && IFS=: read -ra after <<<"${1#*::}"
  missing=$((8 - ${#before[@]} - ${#after[@]}))
  if [[ $1 == *::* ]]; then
    ((missing >= 1)) || return
  else
    ((missing == 0)) || return
  fi
  for ((; missing > 0; missing--)); do
    before+=(0)
  done
  for part in "${before[@]}" "${after[@]}"; do
    [[ ${#part} -le 4 ]] || return
    printf '%04x' "$((16#$part))"
  done
}

# Puts our rule first in each chain, once.
add() {
  local chain
  for chain in "${CHAINS[@]}"; do
    filter "$1" -C "$chain" 2>/dev/null && continue
    filter "$1" -I "$chain" || fail "the rule was not added to $chain"
  done
}

# Takes our rule out of each chain that has it.
delete() {
  local chain
  for chain in "${CHAINS[@]}"; do
    filter "$1" -C "$chain" 2>/dev/null || continue
    filter "$1" -D "$chain" || fail "the rule is still in $chain"
  done
}

# Runs iptables or ip6tables; whether it succeeded. The comment marks the rule as ours.
filter() {
  local program=iptables
  [[ $1 == *:* ]] && program=ip6tables
  command -v "$program" >/dev/null || fail "$program is not installed"
  "$program" -w "$2" "$3" -s "$1" -m comment --comment "$NAME" -j DROP </dev/null >/dev/null
}
