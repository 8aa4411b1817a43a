#!/bin/bash
# Acts on the alert's source address, and takes it back at the timeout.
#
# Wazuh writes one line of JSON to stdin. For `add` the script names its target, waits for `continue`, and acts; for
# `delete`, which comes at the timeout, it takes back what `add` did. Messages go to logs/active-responses.log.
# Needs bash 3.2 or newer, and jq to read JSON; where jq is missing, python3 does it.

# Where the alert names the target: the first field that is there counts.
TARGET_FIELDS=(parameters.alert.data.srcip)

# Targets that are left alone, whatever an alert says. Add your own.
ALLOW_LIST=(127.0.0.1 ::1)

# Prints the target in one spelling: it is the key, and what `delete` gets. Fails for what is none.
parse() {
  [[ $1 =~ ^[0-9A-Fa-f.:]{2,45}$ ]] || return
  printf '%s' "$1" | tr 'A-F' 'a-f'
}

# Prints why `add` leaves the target alone; nothing if it does not.
objection() {
  local entry
  for entry in "${ALLOW_LIST[@]}"; do
    if [[ $1 == "$entry" ]]; then
      echo 'it is on the allow-list'
      return
    fi
  done
}

# Put your action here, and say at the top what it does. What must be known to take it back goes into the note.
add() {
  echo "handled since $(date '+%Y/%m/%d %H:%M:%S')" >"$(note "$1")"
}

# Takes back exactly what `add` did, and nothing if there is no note of it.
delete() {
  [[ -e $(note "$1") ]] || fail "there is no note of $1, so nothing is taken back"
  rm -- "$(note "$1")"
}

# Prints the file that remembers what was done to a target.
note() {
  printf '%s/active-response/%s-%s.note' "$HOME_FOLDER" "$NAME" "${1//:/_}"
}

# ---------------------------------------- How it talks to Wazuh ----------------------------------------

NAME=${0##*/}
HOME_FOLDER=$(cd -- "$(dirname -- "$0")/../.." && pwd) || exit 1
LOG_FILE=$HOME_FOLDER/logs/active-responses.log
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL=C

# Adds a line in Wazuh's own format. Control characters are replaced: they could forge lines.
log() {
  printf '%s active-response/bin/%s: %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$NAME" "${1//[[:cntrl:]]/?}" >>"$LOG_FILE"
}

# Logs why nothing is done, and ends the script.
fail() {
  log "failed: $1"
  exit 1
}

if command -v jq >/dev/null; then
  # Prints what stands at a path of a message, such as `parameters.extra_args.0`; nothing if there is nothing.
  field() {
    printf '%s' "$1" | jq -r --arg path "$2" '(try getpath($path / "." | map(tonumber? // .)) catch null) | strings, numbers'
  }

  # Prints a message on one line, without the extra arguments: they may hold a secret. Nothing if it is no JSON object.
  one_line() {
    printf '%s' "$1" | jq -c 'objects | del(.parameters.extra_args?)'
  }
elif command -v python3 >/dev/null; then
  field() {
    printf '%s' "$1" | python3 -c '
import json, sys
value = json.loads(sys.stdin.read())
for name in sys.argv[1].split("."):
    if isinstance(value, list) and name.isdigit():
        value = dict(enumerate(value)).get(int(name))
    else:
        value = value.get(name) if isinstance(value, dict) else None
if isinstance(value, (str, int, float)):
    print(value)
' "$2"
  }

  one_line() {
    printf '%s' "$1" | python3 -c '
import json, sys
message = json.loads(sys.stdin.read())
if not isinstance(message, dict):
    sys.exit(1)
if isinstance(message.get("parameters"), dict):
    message["parameters"].pop("extra_args", None)
print(json.dumps(message, separators=(",", ":")))
'
  }
else
  fail 'neither jq nor python3 is installed'
fi

# Puts the next message into $message. One line, never to the end of stdin: Wazuh keeps it open while it waits for an
# answer. With -r, else backslashes would be lost.
receive() {
  IFS= read -r message || [[ -n $message ]] || fail 'stdin ended before a message came'
}

# Puts the target that the alert names into $target.
find_target() {
  local path value
  for path in "${TARGET_FIELDS[@]}"; do
    value=$(field "$1" "$path")
    if [[ -n $value ]]; then
      target=$(parse "$value") || fail "not a target: $value"
      return
    fi
  done
  fail "the alert has none of: ${TARGET_FIELDS[*]}"
}

# Tells Wazuh what this run is about, and puts its answer into $message: `continue`, or `abort` while the same key is
# pending. A key that has passed `parse` needs no escaping in JSON.
ask() {
  printf '{"version":1,"origin":{"name":"%s","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' \
    "$NAME" "$1"
  receive
}

main() {
  local message target command line reason
  receive
  # Wazuh's rules 650 to 657 make an alert of this line, as they do for its own responses.
  line=$(one_line "$message" 2>/dev/null)
  [[ -n $line ]] || fail 'the message is not a JSON object'
  log "$line"
  command=$(field "$message" command)
  [[ $command == add || $command == delete ]] || fail "unknown command: $command"
  find_target "$message"
  if [[ $command == delete ]]; then
    delete "$target"
    log "delete: $target is done"
    return
  fi
  reason=$(objection "$target")
  if [[ -n $reason ]]; then
    log "add: $target is left alone: $reason"
    return
  fi
  ask "$target"
  command=$(field "$message" command 2>/dev/null)
  case $command in
    continue)
      add "$target"
      log "add: $target is done"
      ;;
    abort) log "add: $target is pending already" ;;
    *) fail "expected continue or abort, got: $command" ;;
  esac
}

main
