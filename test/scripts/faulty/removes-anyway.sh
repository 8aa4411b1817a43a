#!/bin/bash
# rm -f does not mind that there is no such file, and so neither does the log.
LOG_FILE="/var/ossec/logs/active-responses.log"
IFS= read -r INPUT_JSON
FILENAME=$(jq -r .parameters.alert.data.virustotal.source.file <<< "$INPUT_JSON" 2>/dev/null)
rm -f -- "$FILENAME"
if [ $? -eq 0 ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') removes-anyway: Successfully removed threat $FILENAME" >> $LOG_FILE
else
  echo "$(date '+%Y/%m/%d %H:%M:%S') removes-anyway: Error removing threat" >> $LOG_FILE
fi
