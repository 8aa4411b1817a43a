#!/bin/bash
# ClamAV on demand. Analyse un fichier signalé par le FIM avec le démon clamd.

LOG="/var/ossec/logs/active-responses.log"
INPUT=$(cat)

log() {
    echo "$(date '+%Y/%m/%d %H:%M:%S') clam_scan: $1" >> "$LOG"
}

FICHIER=$(echo "$INPUT" | jq -r '.parameters.alert.syscheck.path // empty' 2>/dev/null)
if [[ -z "$FICHIER" ]]; then
    log "pas de fichier dans l'alerte"
    exit 0
fi
if ! which clamdscan >/dev/null 2>&1; then
    log "clamdscan n'est pas installé, $FICHIER n'a pas été analysé"
    exit 1
fi
if [[ ! -f "$FICHIER" ]]; then
    log "$FICHIER n'existe plus"
    exit 0
fi

RESULTAT=$(timeout 120 clamdscan --fdpass --no-summary "$FICHIER" 2>&1)
case $? in
    0) log "$FICHIER est sain" ;;
    1) log "VIRUS dans $FICHIER : $RESULTAT" ;;
    *) log "erreur de clamdscan : $RESULTAT" ;;
esac
