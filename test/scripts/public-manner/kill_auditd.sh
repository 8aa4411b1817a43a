#!/bin/bash
# Kills the process of an auditd alert (rule 80792, netcat and friends)
LOG=/var/ossec/logs/active-responses.log
IFS= read -r ALERT

say() { echo "$(date '+%Y/%m/%d %H:%M:%S') kill_auditd.sh: $1" >> $LOG; }

PID=$(echo "$ALERT" | grep -oP 'pid=\K[0-9]+' | head -1)

if [ -z "$PID" ] || [ "$PID" -le 1 ]; then
    say "no pid"
    exit 0
fi
if [ ! -d "/proc/$PID" ]; then
    say "process $PID has ended"
    exit 0
fi
if kill -9 "$PID" 2>/dev/null; then
    say "killed $PID"
else
    say "could not kill $PID"
fi
