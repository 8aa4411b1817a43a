#!/bin/bash
# Moves the alert's file into a folder that only root can read, and logs its SHA-256.
#
# Wazuh writes one line of JSON to stdin, with the command `add`; the file is not moved back. Messages go to
# logs/active-responses.log. Needs Linux, and jq to read JSON; where jq is missing, python3 does it.

# Where the alert names the file: the first field that is there counts.
TARGET_FIELDS=(
  parameters.alert.syscheck.path
  parameters.alert.data.virustotal.source.file
  parameters.alert.data.YARA.scanned_file
)

# Folders that nothing is taken from, whatever an alert says: without these files the machine would not work.
# Wazuh's own folder is left alone too.
ALLOW_LIST=(/bin /boot /dev /etc /lib /lib32 /lib64 /proc /run /sbin /sys /usr)

# Prints the path, if it is absolute and has no detours. Fails for anything else.
parse() {
  [[ $1 == /?* && $1 != */ && $1 != *//* && $1 != */./* && $1 != */../* && $1 != */. && $1 != */.. ]] || return
  [[ $1 != *[[:cntrl:]]* ]] || return
  printf '%s' "$1"
}

# Prints why the file is left alone; nothing if it is not.
objection() {
  local folder
  for folder in "${ALLOW_LIST[@]}" "$HOME_FOLDER"; do
    if [[ $1 == "$folder" || $1 == "$folder"/* ]]; then
      echo "$folder is on the allow-list"
      return
    fi
  done
}

# Moves the file into quarantine, from within its folder: whoever owns a folder above cannot lead us elsewhere then.
# $1 is the target.
act() {
  local folder=${1%/*} name=${1##*/} kept
  # Made before it is looked for: another start may make it at the same moment.
  mkdir -m 700 -- "$HOME_FOLDER/quarantine" 2>/dev/null || [[ -d $HOME_FOLDER/quarantine ]] ||
    fail 'no folder for quarantine'
  kept=$HOME_FOLDER/quarantine/$(date '+%Y%m%dT%H%M%S')-$$-${name:0:100}
  cd -P -- "$folder/" 2>/dev/null || fail "there is no folder $folder"
  [[ $(pwd -P) == "${folder:-/}" ]] || fail "$folder leads through a link"
  [[ -f ./$name && ! -L ./$name ]] || fail "$1 is not a regular file"
  mv -T -- "./$name" "$kept" || fail "$1 could not be moved"
  chmod 400 -- "$kept"
  log "add: moved $1 to $kept, sha256 $(sha256sum -- "$kept" | cut -d ' ' -f 1)"
}
