#!/bin/bash
IFS= read -r line
ip=$(jq -r .parameters.alert.data.srcip <<< "$line")
if [[ -n "$ip" ]]; then
  iptables -I INPUT -s "$ip" -j DROP
