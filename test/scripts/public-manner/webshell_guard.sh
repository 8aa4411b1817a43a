#!/bin/bash
# Takes new scripts out of the upload folder of the shop. Nothing else is ever touched.
UPLOADS=/var/www/html/upload
AWAY=/var/ossec/quarantine/uploads
LOG=/var/ossec/logs/active-responses.log

say() {
  { echo "$(date '+%Y/%m/%d %H:%M:%S') webshell_guard: $*" >> "$LOG"; } 2> /dev/null
}

while IFS= read -r message; do break; done

path=$(python3 - "$message" 2> /dev/null << 'END'
import json, sys
path = json.loads(sys.argv[1])["parameters"]["alert"]["syscheck"]["path"]
if not isinstance(path, str) or "\n" in path:
    sys.exit(1)
print(path)
END
) || { say "no path in the message (or no python3)"; exit 1; }

real=$(realpath -e -- "$path" 2> /dev/null) || { say "$path is gone"; exit 0; }
case $real in
  "$UPLOADS"/*.php | "$UPLOADS"/*.phtml | "$UPLOADS"/*.phar) ;;
  *) say "$real is none of my business"; exit 0 ;;
esac

mkdir -p -m 0700 "$AWAY"
name=$(mktemp "$AWAY/XXXXXXXXXX")
if mv -f -- "$real" "$name" 2> /dev/null; then
  chmod 0000 "$name"
  say "$real moved to $name"
else
  rm -f -- "$name"
  say "$real could not be moved"
fi
