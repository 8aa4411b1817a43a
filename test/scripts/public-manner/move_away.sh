#!/bin/bash
# isola file sospetti trovati da syscheck
LOG="/var/ossec/logs/active-responses.log"
DEST="/opt/soc/quarantena/file"

adesso() { date '+%Y/%m/%d %H:%M:%S'; }

IFS= read -r MESSAGGIO
FILE=$(printf '%s' "$MESSAGGIO" | jq -r '.parameters.alert.syscheck.path // empty' 2>/dev/null)

if [ -z "$FILE" ]; then
  echo "$(adesso) move_away: nessun file nell'allarme" >> "$LOG"
  exit 0
fi
case "$FILE" in
  /bin/*|/sbin/*|/usr/*|/lib*|/etc/*|/boot/*|/var/ossec/*) echo "$(adesso) move_away: $FILE non si tocca" >> "$LOG"; exit 0 ;;
esac
if [ ! -f "$FILE" ]; then
  echo "$(adesso) move_away: $FILE non esiste" >> "$LOG"
  exit 0
fi

mv -- "$FILE" "$DEST/" 2>/dev/null
echo "$(adesso) move_away: $FILE moved to quarantine" >> "$LOG"
exit 0
