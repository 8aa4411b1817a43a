#!/bin/bash
# Locks the password of an account that is being guessed at; unlocks it after the timeout.
LOG_FILE="/var/ossec/logs/active-responses.log"
NEVER=" root admin wazuh nobody "

log() { echo "$(date +'%Y/%m/%d %H:%M:%S') lock-account.sh: $*" >> "$LOG_FILE"; }

get() { echo "$1" | jq -r "$2 // empty" 2> /dev/null; }

main() {
  local input user answer
  read -r input
  user=$(get "$input" .parameters.alert.data.dstuser)
  if [[ ! "$user" =~ ^[a-z_][a-z0-9_-]{0,31}$ ]]; then
    log "no account name in the alert"
    return 0
  fi
  if [[ "$NEVER" == *" $user "* ]]; then
    log "$user is never locked"
    return 0
  fi
  if ! getent passwd "$user" > /dev/null; then
    log "there is no account $user here"
    return 0
  fi
  case "$(get "$input" .command)" in
    add)
      jq -cn --arg user "$user" '{"version":1,"origin":{"name":"lock-account","module":"active-response"},"command":"check_keys","parameters":{"keys":[$user]}}'
      read -r answer
      [[ "$(get "$answer" .command)" == "continue" ]] || { log "$user is locked already"; return 0; }
      usermod --lock -- "$user" && log "locked $user"
      ;;
    delete)
      usermod --unlock -- "$user" && log "unlocked $user"
      ;;
  esac
}

main
