#!/bin/bash
# Compares the hash of a new file with a list of known bad ones (one per line) and removes what is on it
LIST=/var/ossec/etc/lists/bad-sha256
LOG=/var/ossec/logs/active-responses.log
TMP=/tmp/ioc_hash.txt

now() { date '+%Y/%m/%d %H:%M:%S'; }

IFS= read -r INPUT
FILE=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$INPUT" 2>/dev/null)
if [ -z "$FILE" ]; then
  echo "$(now) ioc_hash: no path" >> "$LOG"
  exit 0
fi
case "$FILE" in
  /usr/*|/bin/*|/sbin/*|/lib*|/etc/*|/boot/*) echo "$(now) ioc_hash: $FILE belongs to the system" >> "$LOG"; exit 0 ;;
esac
if [ ! -f "$FILE" ]; then
  echo "$(now) ioc_hash: $FILE not found" >> "$LOG"
  exit 0
fi

sha256sum -- "$FILE" > $TMP
HASH=$(cut -d' ' -f1 $TMP)
if [ -r "$LIST" ] && grep -qx "$HASH" "$LIST"; then
  if rm -- "$FILE"; then
    echo "$(now) ioc_hash: removed $FILE ($HASH)" >> "$LOG"
  else
    echo "$(now) ioc_hash: could not remove $FILE" >> "$LOG"
  fi
else
  echo "$(now) ioc_hash: $FILE is not on the list ($HASH)" >> "$LOG"
fi
rm -f $TMP
