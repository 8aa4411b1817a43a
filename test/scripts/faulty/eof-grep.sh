#!/bin/bash
IP=$(grep -oE '"srcip":"[0-9.]+"' | cut -d'"' -f4)
echo "$(date) eof-grep: attack from $IP" >> /var/ossec/logs/active-responses.log
