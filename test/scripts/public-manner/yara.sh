#!/bin/bash
# YARA scan of new and changed files, started by the FIM rules 550 and 554

read INPUT_JSON
YARA=/usr/local/bin/yara
YARA_RULES=/var/ossec/ruleset/yara/index.yar
FILE=$(echo $INPUT_JSON | jq -r .parameters.alert.syscheck.path)
LOG_FILE="logs/active-responses.log"

if [ ! -e $YARA_RULES ]; then
    YARA_RULES=/opt/yara/rules/all.yar
fi

result="$($YARA -w -r $YARA_RULES $FILE)"

if [[ $result != "" ]]
then
    while read -r line; do
        echo "wazuh-yara: INFO - Scan result: $line" >> ${LOG_FILE}
    done <<< "$result"
fi

exit 0;
