#!/bin/sh
# Keeps a copy of a changed file, so that what it was like at the time of the alert can be looked at.
STORE=/var/ossec/evidence
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') keep-copy: $1" >> /var/ossec/logs/active-responses.log; }

IFS= read -r line
file=$(printf '%s' "$line" | jq -r '.parameters.alert.syscheck.path // empty' 2> /dev/null)
case $file in
  '') log 'no file in the alert'; exit 0 ;;
  /*) ;;
  *) log 'not an absolute path'; exit 0 ;;
esac
if [ ! -f "$file" ]; then
  log "not there any more: $file"
  exit 0
fi
umask 077
mkdir -p "$STORE"
copy=$STORE/$(date +%s).$$
if cp -- "$file" "$copy"; then log "copied $file to $copy"; else log "could not copy $file"; fi
