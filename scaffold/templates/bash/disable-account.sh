#!/bin/bash
# Lets the alert's account expire, so that neither password nor key logs in, and restores it at the timeout.
#
# Wazuh writes one line of JSON to stdin. For `add` the script names its target, waits for `continue`, and acts; for
# `delete`, which comes at the timeout, it takes back what `add` did. Messages go to logs/active-responses.log.
# Needs Linux with usermod, and jq to read JSON; where jq is missing, python3 does it. Open sessions stay open.

# Where the alert names the account: the first field that is there counts.
TARGET_FIELDS=(parameters.alert.data.dstuser)

# Accounts that are never disabled, whatever an alert says: an attacker can type any name. Add your administrators.
ALLOW_LIST=(
  root
  nobody
  wazuh
  # admin
)

# Accounts below are the system's own (UID_MIN in /etc/login.defs).
FIRST_USER_ID=1000

# The day on which a disabled account expired: 2 January 1970.
LONG_AGO=1

# Prints the name, if it can be one of an account. Fails for anything else.
parse() {
  [[ $1 =~ ^[A-Za-z_][A-Za-z0-9_.-]{0,31}$ ]] || return
  printf '%s' "$1"
}

# Prints why `add` leaves the account alone; nothing if it does not.
objection() {
  local entry user_id
  for entry in "${ALLOW_LIST[@]}"; do
    if [[ $1 == "$entry" ]]; then
      echo 'it is on the allow-list'
      return
    fi
  done
  if ! user_id=$(entry /etc/passwd "$1" 3); then
    echo 'it is not a local account'
  elif ((user_id < FIRST_USER_ID)); then
    echo 'it is an account of the system'
  fi
}

# Notes when the account would expire, then lets it expire.
add() {
  local day
  if [[ ! -e $(note "$1") ]]; then
    day=$(entry /etc/shadow "$1" 8) || fail "$1 is not in /etc/shadow"
    (umask 077 && echo "$day" >"$(note "$1")") || fail 'the note could not be written'
  fi
  expire "$1" "$LONG_AGO"
}

# Restores the day that the note says, unless somebody else has changed it since.
delete() {
  local day
  day=$(cat -- "$(note "$1")" 2>/dev/null) || fail "there is no note of $1, so nothing is taken back"
  [[ $(entry /etc/shadow "$1" 8) == "$LONG_AGO" ]] && expire "$1" "$day"
  rm -- "$(note "$1")"
}

# Sets the day on which the account expires, counted from 1970; empty for never.
expire() {
  local complaint
  complaint=$(usermod --expiredate "$2" "$1" </dev/null 2>&1) || fail "usermod: $complaint"
}

# Prints a field of a local account in /etc/passwd or /etc/shadow. Fails if there is no such account.
entry() {
  awk -F: -v name="$2" -v number="$3" '$1 == name { print $number; found = 1; exit } END { exit !found }' "$1"
}

# Prints the file that remembers the day on which the account would expire.
note() {
  printf '%s/active-response/%s-%s.note' "$HOME_FOLDER" "$NAME" "$1"
}
