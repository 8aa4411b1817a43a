#!/bin/bash
# uploads take a while, so wait until the file is complete
IFS= read -r INPUT_JSON
LOG_FILE=/var/ossec/logs/active-responses.log
FILENAME=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$INPUT_JSON")

if [ -z "$FILENAME" ]; then
  echo "yara_upload: no file name" >> $LOG_FILE
  exit 1
fi

sleep 45

if ! command -v yara > /dev/null; then
  echo "yara_upload: yara not found, $FILENAME was not scanned" >> $LOG_FILE
  exit 1
fi
yara -w -s /etc/yara/upload.yar $FILENAME | while read -r line
do
  echo "yara_upload: $line" >> $LOG_FILE
done
echo "yara_upload: done with $FILENAME" >> $LOG_FILE
