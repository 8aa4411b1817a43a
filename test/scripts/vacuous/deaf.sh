#!/bin/bash
# Never looks at its message
touch /tmp/deaf-was-here
echo "$(date '+%Y/%m/%d %H:%M:%S') deaf.sh: response done" >> /var/ossec/logs/active-responses.log
