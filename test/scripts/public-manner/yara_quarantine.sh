#!/bin/bash
# Scan, and on a match put the file aside. The rule file is chosen by the suffix.
set -uo pipefail
BASE=/var/ossec
JAIL=$BASE/quarantine
RULEDIR=$BASE/ruleset/yara
exec 2> /dev/null

log() { printf '%s yara_quarantine[%d]: %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$$" "$*" >> "$BASE/logs/active-responses.log" || true; }

need() { command -v "$1" > /dev/null || { log "$1 is missing, nothing done"; exit 1; }; }
need jq
need yara

IFS= read -r json || { log "no input"; exit 1; }
path=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$json") || { log "not JSON"; exit 1; }
[[ -n $path ]] || { log "no path in the alert"; exit 0; }
real=$(realpath -e -- "$path") || { log "$path is gone"; exit 0; }
case $real in
  /home/*|/tmp/*|/var/www/*|/srv/*) ;;
  *) log "$real is outside of the folders that are looked after"; exit 0 ;;
esac
[[ -f $real ]] || { log "$real is no file"; exit 0; }

case ${real##*.} in
  php|phtml) rules=$RULEDIR/webshells.yar ;;
  *) rules=$RULEDIR/malware.yar ;;
esac

mapfile -t hits < <(timeout 60 yara -w -- "$rules" "$real" < /dev/null)
if (( ${#hits[@]} == 0 )); then
  log "no match in $real"
  exit 0
fi
for hit in "${hits[@]}"; do
  log "match: $hit"
done
mkdir -p -m 700 "$JAIL"
if mv -- "$real" "$JAIL/$(date +%s).$RANDOM.bin"; then
  log "$real moved to $JAIL"
else
  log "$real could not be moved"
fi
