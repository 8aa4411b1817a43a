#!/bin/bash
# Ban by iptables, values taken with grep -P

SELF=${0##*/}
LOGF=/var/ossec/logs/active-responses.log
emit() { echo "$(date '+%Y/%m/%d %H:%M:%S') $SELF - $*" >> $LOGF; }

IFS= read -r INPUT
[[ $INPUT == \{*\} ]] || { emit "cut off: ${INPUT:0:40}"; exit 1; }

src=$(grep -oP '"data":\{"srcip":"\K[0-9.]+(?=")' <<< "$INPUT" | head -n1)
todo=$(grep -oP '^\{"version":1,"origin":\{[^}]*\},"command":"\K[a-z]+' <<< "$INPUT")

if [[ -z $src ]]; then emit "no IPv4 address as srcip"; exit; fi
if [[ $src = 127.* ]] || [[ $src = 0.0.0.0 ]]; then emit "$src: never"; exit; fi
type iptables &> /dev/null || { emit "iptables?"; exit 1; }

if [[ $todo = add ]]
then
    echo '{"version":1,"origin":{"name":"grep_ban","module":"active-response"},"command":"check_keys","parameters":{"keys":["'$src'"]}}'
    IFS= read -r INPUT
    if grep -q '"command":"continue"' <<< "$INPUT"
    then
        iptables -w -I INPUT 1 -s $src -j REJECT &> /dev/null && emit "$src: banned" || emit "$src: iptables: $?"
    else
        emit "$src: banned before"
    fi
elif [[ $todo = delete ]]
then
    iptables -w -D INPUT -s $src -j REJECT &> /dev/null && emit "$src: pardoned" || emit "$src: was not banned"
fi
