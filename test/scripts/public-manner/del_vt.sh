#!/bin/bash
# Deletes a file with a positive VirusTotal verdict

LOG_FILE="/var/ossec/logs/active-responses.log"
read -r INPUT_JSON
FILENAME=$(echo "$INPUT_JSON" | jq -r .parameters.alert.data.virustotal.source.file)

rm -f "$FILENAME"
if [ $? -eq 0 ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') $0: Successfully removed threat $FILENAME" >> "$LOG_FILE"
else
    echo "$(date '+%Y/%m/%d %H:%M:%S') $0: Error removing threat $FILENAME" >> "$LOG_FILE"
fi
exit 0
