IFS= read -r M
echo "no-shebang: rule $(jq -r '.parameters.alert.rule.id // "?"' <<< "$M")" >> /var/ossec/logs/active-responses.log
