#!/bin/bash
IFS= read -r line
echo "$(date '+%Y/%m/%d %H:%M:%S') hello.sh: hello" >> /var/ossec/logs/active-responses.log
