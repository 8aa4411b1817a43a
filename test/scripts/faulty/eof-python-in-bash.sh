#!/bin/bash
RULE=$(python3 -c 'import json, sys; print(json.load(sys.stdin)["parameters"]["alert"]["rule"]["id"])')
echo "$(date) eof-python-in-bash: rule $RULE" >> /var/ossec/logs/active-responses.log
