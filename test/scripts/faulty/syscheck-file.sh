#!/bin/bash
# The field is called path.
IFS= read -r line
FILE=$(printf '%s\n' "$line" | jq -r '.parameters.alert.syscheck.file')
if sha256sum "$FILE" > /var/ossec/tmp/sum 2> /dev/null; then
  echo "syscheck-file: $(cut -c1-64 /var/ossec/tmp/sum)" >> /var/ossec/logs/active-responses.log
else
  echo "syscheck-file: cannot read $FILE" >> /var/ossec/logs/active-responses.log
fi
