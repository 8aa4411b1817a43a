#!/bin/bash
# Kills a process that auditd saw, if its program is one of those that nobody here has a use for
set -u
LOG=/var/ossec/logs/active-responses.log
UNWANTED='^(xmrig|minerd|nc|ncat|socat|masscan)$'
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') kill_miner: $*" >> "$LOG"; }

IFS= read -r alert
command -v jq > /dev/null || { log "jq is missing"; exit 1; }

pid=$(jq -r '.parameters.alert.data.audit.pid // empty' <<< "$alert" 2> /dev/null)
exe=$(jq -r '.parameters.alert.data.audit.exe // empty' <<< "$alert" 2> /dev/null)
if [[ ! $pid =~ ^[1-9][0-9]*$ || -z $exe ]]; then
  log "no pid or no program in the alert"
  exit 0
fi
if (( pid < 300 )); then
  log "pid $pid is left alone"
  exit 0
fi
if [[ ! ${exe##*/} =~ $UNWANTED ]]; then
  log "${exe##*/} is allowed"
  exit 0
fi
# The number may belong to another process by now.
now=$(readlink "/proc/$pid/exe" 2> /dev/null)
if [[ ${now% (deleted)} != "$exe" ]]; then
  log "process $pid is not $exe (any more)"
  exit 0
fi
if kill -KILL "$pid" 2> /dev/null; then log "killed $pid ($exe)"; else log "could not kill $pid ($exe)"; fi
