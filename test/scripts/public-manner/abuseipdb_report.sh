#!/bin/bash
# Reports the attacker to AbuseIPDB (category 18, 22)
API_KEY="your-api-key"
LOG="/var/ossec/logs/active-responses.log"

IFS= read -r line

IP=$(echo "$line" | grep -oE '([0-9]{1,3}\.){3}[0-9]{1,3}' | head -n 1)
if [ -z "$IP" ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') abuseipdb_report: no IP in the alert" >> "$LOG"
    exit 0
fi
if ! command -v curl >/dev/null; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') abuseipdb_report: no curl" >> "$LOG"
    exit 1
fi

CODE=$(curl -s --max-time 10 -o /dev/null -w '%{http_code}' https://api.abuseipdb.com/api/v2/report \
    --data-urlencode "ip=$IP" -d categories=18,22 --data-urlencode "comment=SSH brute force (Wazuh)" \
    -H "Key: $API_KEY" -H "Accept: application/json")

echo "$(date '+%Y/%m/%d %H:%M:%S') abuseipdb_report: $IP reported, HTTP $CODE" >> "$LOG"
