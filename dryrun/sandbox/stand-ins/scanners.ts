import { NAMED_FILES } from './state';

/** What the stand-ins call what they find: whoever passes it on has listened to them. */
export const foundByScanner = /made[._-]up[._ -](?:threat|match)/i;

/**
 * The stand-ins for scanners, as functions of sh: a file that was made for the alert is bad, and nothing else is. Which rules or signatures
 * they are given is not looked at: those that belong on a host are seldom on the machine of a dry run.
 */
export const scannerStandIns = `
# Whether a file is one that the alert names: what a scanner finds.
is_bad() { [ -f "$1" ] && grep -Fxqs -e "$1" "$state/${NAMED_FILES}"; }
# Every file at or below a path, one a line.
below() { find "$1" -type f 2> /dev/null; }

yara() {
  made_up=' [description="A made-up match",author="dry run",score=80]'
  meta='' strings='' target='' count=0
  while [ $# -gt 0 ]; do
    case $1 in
      -v | --version) printf '4.5.0\\n'; exit 0 ;;
      -[adiklptxz] | --atom-quality-table | --define | --identifier | --max-files | --max-strings-per-rule | --module-data | \\
        --skip-larger | --stack-size | --tag | --threads | --timeout)
        shift ;;
      --print-meta) meta=$made_up ;;
      --print-strings) strings=1 ;;
      --*) ;;
      -?*) case $1 in *m*) meta=$made_up ;; esac; case $1 in *s*) strings=1 ;; esac ;;
      *) target=$1 count=$((count + 1)) ;;
    esac
    [ $# -eq 0 ] || shift
  done
  [ $count -ge 2 ] || fail 1 'yara: wrong number of arguments'
  case $target in *[!0-9]*) [ -e "$target" ] || fail 1 "error scanning $target: could not open file" ;; esac
  below "$target" | while IFS= read -r file; do
    is_bad "$file" || continue
    printf 'made_up_threat%s %s\\n' "$meta" "$file"
    [ -z "$strings" ] || printf '0x0:$a: made up\\n'
  done
  return 0
}

clamscan() {
  quiet='' infected='' summary=1 move='' remove='' found=0 looked=0
  for word; do
    case $word in
      -V | --version) printf 'ClamAV 1.0.0\\n'; exit 0 ;;
      -i | --infected) infected=1 ;;
      --quiet) quiet=1 ;;
      --no-summary) summary='' ;;
      --move=*) move=\${word#*=} ;;
      --remove | --remove=yes) remove=1 ;;
    esac
  done
  for word; do
    case $word in -*) continue ;; esac
    [ -e "$word" ] || { printf '%s: No such file or directory\\n' "$word" >&2; continue; }
    below "$word" > "$state/scan.$$"
    while IFS= read -r file; do
      looked=$((looked + 1))
      if is_bad "$file"; then
        found=$((found + 1))
        [ -n "$quiet" ] || printf '%s: Made.Up.Threat FOUND\\n' "$file"
        [ -z "$move" ] || mv -- "$file" "$move/"
        [ -z "$remove" ] || rm -f -- "$file"
      elif [ -z "$infected$quiet" ]; then printf '%s: OK\\n' "$file"; fi
    done < "$state/scan.$$"
    rm -f "$state/scan.$$"
  done
  [ -z "$summary" ] || [ -n "$quiet" ] || printf '\\n----------- SCAN SUMMARY -----------\\nScanned files: %s\\nInfected files: %s\\n' $looked $found
  [ $found -eq 0 ] || exit 1
  return 0
}
`;
