#!/bin/bash
IFS= read -r M
if [ "$(jq -r .command <<< "$M")" = add ]; then
  echo "does-not-parse: add" >> /var/ossec/logs/active-responses.log
else
  echo "does-not-parse: other" >> /var/ossec/logs/active-responses.log
