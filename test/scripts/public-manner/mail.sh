#!/bin/sh
# Plain mail to the on-call list
TO=oncall@example.org
LOG=/var/ossec/logs/active-responses.log
say() { echo "`date '+%Y/%m/%d %H:%M:%S'` mail.sh: $*" >> $LOG; }

IFS= read -r line
case $line in
  '{'*'}') ;;
  *) say "no message of execd"; exit 1 ;;
esac
if ! command -v mail > /dev/null 2>&1; then
  say "mail is not installed, nobody was told"
  exit 1
fi
# The rule's description comes from our rule files, and has no quotes.
subject=`printf '%s\n' "$line" | sed -n 's/.*"rule":{"level":[0-9]*,"description":"\([^"\\]*\)".*/\1/p'`
if printf '%s\n' "$line" | timeout 30 mail -s "wazuh: ${subject:-alert}" "$TO"  > /dev/null 2>&1; then
  say "mail to $TO handed over"
else
  say "mail to $TO failed"
fi
