#!/bin/bash
LOG=/var/ossec/logs/active-responses.log
IFS= read -r INPUT_JSON

# fields counted with:  echo "$INPUT_JSON" | tr '"' '\n' | cat -n
COMMAND=$(echo "$INPUT_JSON" | cut -d'"' -f16)
USERNAME=$(echo "$INPUT_JSON" | cut -d'"' -f42)

if ! id "$USERNAME" > /dev/null 2>&1; then
    echo "$(date) cut_fields: user '$USERNAME' does not exist, nothing done" >> $LOG
    exit 0
fi
if [ "$(id -u "$USERNAME")" -lt 1000 ]; then
    echo "$(date) cut_fields: '$USERNAME' is a system account" >> $LOG
    exit 0
fi
if [ "$COMMAND" = "add" ]; then
    if usermod -L "$USERNAME"; then echo "$(date) cut_fields: locked $USERNAME" >> $LOG; fi
fi
