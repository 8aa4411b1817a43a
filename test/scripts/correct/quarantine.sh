#!/usr/bin/env bash
# Stateless: a file that VirusTotal knows goes to quarantine, unreadable, and stays there until somebody looks.
AR_LOG="/var/ossec/logs/active-responses.log"
QUARANTINE="/var/ossec/quarantine"

read -r INPUT_JSON
FILENAME=$(printf '%s' "$INPUT_JSON" | jq -r '.parameters.alert.data.virustotal.source.file // empty')

log() { echo "$(date '+%Y/%m/%d %H:%M:%S') active-response/bin/quarantine.sh: $1" >> "$AR_LOG"; }

[[ -n "$FILENAME" ]] || { log "the alert names no file"; exit 0; }
[[ "$FILENAME" == /* && "$FILENAME" != */../* && -f "$FILENAME" && ! -L "$FILENAME" ]] || { log "not a plain file: $FILENAME"; exit 0; }
case "$FILENAME" in /home/* | /tmp/* | /srv/* | /var/www/*) ;; *) log "only users' files are moved, not $FILENAME"; exit 0 ;; esac

mkdir -p "$QUARANTINE"
if mv -- "$FILENAME" "$QUARANTINE/$(date +%s)-$$" && chmod 000 "$QUARANTINE"/*; then
  log "moved $FILENAME to quarantine"
else
  log "could not move $FILENAME"
  exit 1
fi
