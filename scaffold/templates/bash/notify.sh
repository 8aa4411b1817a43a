#!/bin/bash
# Sends a summary of the alert to a web hook (Slack, Teams, Mattermost), or only logs it where there is none.
#
# Wazuh writes one line of JSON to stdin, with the command `add`; what is sent is not taken back. Messages go to
# logs/active-responses.log. Put the https address of the web hook into <extra_args> of the command.
# Needs curl, and jq to read JSON; where jq is missing, python3 does it.

# Where the alert says what happened: the first field that is there counts.
TARGET_FIELDS=(parameters.alert.rule.description)

# Descriptions that are not sent.
ALLOW_LIST=()

# Seconds to wait for the web hook. Wazuh runs one response at a time, so all others wait as long.
PATIENCE=10

# Prints what happened, short enough for a message.
parse() {
  printf '%s' "${1:0:500}"
}

# Prints why nothing is sent; nothing if it is.
objection() {
  local entry
  for entry in ${ALLOW_LIST[@]+"${ALLOW_LIST[@]}"}; do
    if [[ $1 == "$entry" ]]; then
      echo 'it is on the allow-list'
      return
    fi
  done
}

# Sends the summary. $1 is what happened, $2 the message.
act() {
  local text hook
  text="$1 (rule $(field "$2" parameters.alert.rule.id), level $(field "$2" parameters.alert.rule.level)"
  text+=", agent $(field "$2" parameters.alert.agent.name), source $(field "$2" parameters.alert.data.srcip)"
  text+=", event $(field "$2" parameters.alert.id))"
  hook=$(field "$2" parameters.extra_args.0)
  if [[ -z $hook ]]; then
    log "add: no web hook in extra_args, so this is only logged: $text"
    return
  fi
  [[ $hook == https://* ]] || fail 'the first of extra_args is not an https address'
  printf '{"text":"%s"}' "$(escaped "$text")" |
    curl --silent --show-error --fail --max-time "$PATIENCE" --header 'Content-Type: application/json' \
      --data-binary @- --output /dev/null -- "$hook" 2>/dev/null || fail "the web hook did not take: $text"
  log "add: sent: $text"
}

# Prints a text as it stands in a string of JSON.
escaped() {
  local text=${1//[[:cntrl:]]/ }
  text=${text//\\/\\\\}
  printf '%s' "${text//\"/\\\"}"
}
