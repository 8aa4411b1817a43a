#!/bin/bash
# Restarts Wazuh after its configuration was changed by the response to another rule.
HOME_DIR=$(cd "$(dirname "$0")/../.." && pwd)
IFS= read -r _
echo "$(date '+%Y/%m/%d %H:%M:%S') restart-agent: restarting" >> "$HOME_DIR/logs/active-responses.log"
"$HOME_DIR/bin/wazuh-control" restart > /dev/null 2>&1
