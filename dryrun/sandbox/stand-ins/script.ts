import { networkStandIns } from './network';
import { scannerStandIns } from './scanners';

/**
 * The stand-in for every command of the list, told apart by the name it is called by. It writes down how it was called
 * and answers as the real command would, as far as a response can tell: what was added can be listed, is found by a
 * check, and can be taken away once. Plain sh, because it runs wherever scripts run.
 *
 * `$state/calls`: for each call its kind (`acts`, `asks`, `reaches out`, `logs`), the number of words, and the words,
 * each ended by NUL; behind a call that reaches out one of the kind `sends`, what it hands over. `$state/rules`: a line for each rule, route or set member that is in force.
 * @param state absolute path of the folder that both files lie in
 */
export function standInScript(state: string): string {
  return String.raw`#!/bin/sh
# A stand-in of the dry run: it writes down how it was called, and answers as the real command would.
state='${state}'
name=$(basename "$0")
rules=$state/rules

record() {
  kind=$1
  shift
  printf '%s\0' "$kind" "$#" "$@" >> "$state/calls"
}
present() { grep -Fxqs -e "$1" "$rules"; }
enter() { printf '%s\n' "$1" >> "$rules"; }
# Takes the first such line away; fails where there is none.
drop() {
  present "$1" || return 1
  LINE=$1 awk '!gone && $0 == ENVIRON["LINE"] { gone = 1; next } { print }' "$rules" > "$rules.new" && mv "$rules.new" "$rules"
}
drop_matching() {
  grep -v -e "$1" "$rules" > "$rules.new" 2>/dev/null
  mv "$rules.new" "$rules"
}
show() { sed -n "s/^$1//p" "$rules" 2>/dev/null; }
fail() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

iptables() {
  table=filter chain='' action='' rule=''
  while [ $# -gt 0 ]; do
    case $1 in
      -t | --table) table=$2; shift ;;
      -w | --wait | -W) case $2 in [0-9]*) shift ;; esac ;;
      -A | --append | -I | --insert | -D | --delete | -C | --check | -R | --replace) action=$1 chain=$2; shift ;;
      -F | --flush | -X | --delete-chain | -N | --new-chain | -P | --policy | -E | -Z) action=$1 chain=$2; [ $# -gt 1 ] && shift ;;
      -S | --list-rules | -L | --list) action=list; case $2 in [A-Z]*) chain=$2; shift ;; esac ;;
      -n | -v | -x | --numeric | --line-numbers) ;;
      *) rule="$rule $1" ;;
    esac
    shift
  done
  # An address means the same with and without the whole mask.
  rule=$(printf '%s' "$rule" | sed 's,/32\( \|$\),\1,g; s,/128\( \|$\),\1,g')
  line="$name -t $table -A $chain$rule"
  case $action in
    -A | --append | -I | --insert)
      # A position may stand before the rule: -I INPUT 1 -s …
      enter "$(printf '%s' "$line" | sed 's/\( -A [^ ]*\) [0-9][0-9]*\( \|$\)/\1\2/')" ;;
    -C | --check) present "$line" || fail 1 "$name: Bad rule (does a matching rule exist in that chain?)." ;;
    -D | --delete)
      case $rule in
        ' '[0-9]*) line=$(grep -e "^$name -t $table -A $chain " "$rules" 2>/dev/null | sed -n "$(printf '%s' "$rule" | tr -d ' ')p") ;;
      esac
      drop "$line" || fail 1 "$name: Bad rule (does a matching rule exist in that chain?)." ;;
    -N | --new-chain) present "$name -t $table -N $chain" && fail 1 "$name: Chain already exists."; enter "$name -t $table -N $chain" ;;
    -X | --delete-chain) drop "$name -t $table -N $chain" || fail 1 "$name: No chain/target/match by that name." ;;
    -F | --flush) drop_matching "^$name -t $table -A $chain" ;;
    -P | --policy) drop_matching "^$name -t $table -P $chain"; [ "$rule" = ' ACCEPT' ] || enter "$name -t $table -P $chain$rule" ;;
    list) show "$name -t $table " | grep -e "^-[APN] $chain" ;;
  esac
  return 0
}

nft() {
  words=$*
  while :; do case $words in -*) words=$(printf '%s' "$words" | cut -s -d ' ' -f 2-) ;; *) break ;; esac; done
  verb=$(printf '%s' "$words" | cut -d ' ' -f 1)
  what=$(printf '%s' "$words" | cut -s -d ' ' -f 2-)
  case $verb in
    add | insert | create)
      case $what in
        rule*)
          last=$(sed -n 's/^nft rule .* # handle \([0-9]*\)$/\1/p' "$rules" 2>/dev/null | sort -n | tail -n 1)
          enter "nft $what # handle $(($last + 1))" ;;
        *) present "nft $what" || enter "nft $what" ;;
      esac ;;
    delete | destroy)
      case $what in
        *' handle '*)
          line=$(grep -e "^nft rule .*# handle $(printf '%s' "$what" | sed 's/.* handle \([0-9]*\).*/\1/')\$" "$rules" 2>/dev/null | head -n 1)
          drop "$line" || fail 1 'Error: Could not process rule: No such file or directory' ;;
        table*) drop_matching "^nft [a-z]* $(printf '%s' "$what" | cut -d ' ' -f 2-)" ;;
        *) drop "nft $what" || fail 1 'Error: Could not process rule: No such file or directory' ;;
      esac ;;
    flush) case $what in ruleset*) drop_matching '^nft ' ;; *) drop_matching "^nft [a-z]* $(printf '%s' "$what" | cut -d ' ' -f 2-)" ;; esac ;;
    list | get) show 'nft ' ;;
  esac
  return 0
}

ipset() {
  quiet='' words=''
  for word; do case $word in -exist | -! | -q | -quiet) quiet=1 ;; *) words="$words $word" ;; esac; done
  set -- $words
  member="ipset $2 $3"
  case $1 in
    create | -N) present "ipset $2" && [ -z "$quiet" ] && fail 1 "ipset: Set cannot be created: set with the same name already exists"; present "ipset $2" || enter "ipset $2" ;;
    destroy | -X) drop_matching "^ipset $2\( \|\$\)" ;;
    flush | -F) drop_matching "^ipset $2 " ;;
    add | -A) present "$member" && [ -z "$quiet" ] && fail 1 "ipset: Element cannot be added to the set: it's already added"; present "$member" || enter "$member" ;;
    del | -D) drop "$member" || [ -n "$quiet" ] || fail 1 "ipset: Element cannot be deleted from the set: it's not added" ;;
    test | -T) present "$member" || fail 1 "$3 is NOT in set $2." ;;
    list | save | -L) show 'ipset ' ;;
  esac
  return 0
}

ufw() {
  words=$(printf '%s ' "$@" | sed 's/--force //; s/insert [0-9]* //; s/prepend //; s/ *$//')
  case $words in
    status*) printf 'Status: active\n'; show 'ufw ' ;;
    'delete '*) drop "ufw $(printf '%s' "$words" | cut -d ' ' -f 2-)" || fail 0 'Could not delete non-existent rule' ;;
    allow* | deny* | reject* | limit* | route*) present "ufw $words" || enter "ufw $words" ;;
  esac
  return 0
}

firewall_cmd() {
  scope='' previous=''
  for word; do
    case $previous in
      --add-*) word="$previous=$word" ;;
      --remove-*) word="$previous=$word" ;;
      --query-*) word="$previous=$word" ;;
    esac
    previous=''
    item=$(printf '%s' "$word" | sed 's/^--[a-z]*-//')
    case $word in
      --permanent) scope='permanent ' ;;
      --add-*=*) present "firewall-cmd $scope$item" || enter "firewall-cmd $scope$item" ;;
      --remove-*=*) drop "firewall-cmd $scope$item" || printf 'Warning: NOT_ENABLED: %s\n' "$item" >&2 ;;
      --query-*=*) present "firewall-cmd $scope$item" && printf 'yes\n' || fail 1 no ;;
      --add-* | --remove-* | --query-*) previous=$word ;;
      --state) printf 'running\n' ;;
      --list-*) show 'firewall-cmd ' ;;
    esac
  done
  return 0
}

# A temporary denial is one of its own.
csf() {
  case $1 in
    -d | --deny) present "csf $2" || enter "csf $2" ;;
    -td | --tempdeny) present "csf temporarily $2" || enter "csf temporarily $2" ;;
    -dr | --denyrm) drop "csf $2" || printf 'csf: %s not found in csf.deny\n' "$2" ;;
    -tr | --temprm | -trd) drop "csf temporarily $2" || printf 'csf: %s not found in temporary bans\n' "$2" ;;
    -g | --grep | -l | -t | --temp) show 'csf ' ;;
  esac
  return 0
}

cscli() {
  address=$(printf '%s\n' "$@" | grep -e '[0-9A-Fa-f][.:][0-9A-Fa-f.:/]*$' | sed 's/^[^=]*=//' | head -n 1)
  case " $* " in
    *' decisions add '*) enter "cscli $address" ;;
    *' decisions delete '*) drop "cscli $address" ;;
    *' list '*) show 'cscli ' ;;
  esac
  return 0
}

# Routes and rules: the address tells them apart, whatever else stands around it.
routes() {
  address=$(printf '%s\n' "$@" | grep -e '^[0-9A-Fa-f]*[.:][0-9A-Fa-f.:/]*$' | head -n 1)
  case " $* " in
    *' add '* | *' replace '* | *' prepend '* | *' append '*) present "$name $address" && fail 2 'RTNETLINK answers: File exists'; enter "$name $address" ;;
    *' del '* | *' delete '*) drop "$name $address" || fail 2 'RTNETLINK answers: No such process' ;;
    *) show "$name " ;;
  esac
  return 0
}

${networkStandIns}
${scannerStandIns}
crontab() {
  for word; do case $word in -u) ;; -l) cat "$state/crontab" 2> /dev/null || fail 1 'no crontab for root'; return 0 ;; -r) rm -f "$state/crontab" ;; -) cat > "$state/crontab" ;; *) [ ! -f "$word" ] || cat "$word" > "$state/crontab" ;; esac; done
  return 0
}
sysctl() {
  bare=''
  for word; do
    case $word in
      -*n*) bare=1 ;;
      -* | *=*) ;;
      *)
        value=$(cat "/proc/sys/$(printf %s "$word" | tr . /)" 2> /dev/null) || fail 255 "sysctl: cannot stat /proc/sys/$word: No such file or directory"
        [ -n "$bare" ] || printf '%s = ' "$word"
        printf '%s\n' "$value" ;;
    esac
  done
  return 0
}
# Wazuh's own programs, as far as somebody asks them something.
wazuh() {
  case "$name $*" in
    'agent_control '*-l*) printf '   ID: 001, Name: agent01, IP: any, Active\n' ;;
    'manage_agents '*-l*) printf '   ID: 001, Name: agent01, IP: any\n' ;;
    *control' status'*) printf 'wazuh-execd is running...\nwazuh-agentd is running...\n' ;;
    *control' info'*) printf 'WAZUH_VERSION="v4.14.0"\n' ;;
  esac
  return 0
}

kind=acts
case $name in
  iptables | ip6tables) case " $* " in *' -A '* | *' -I '* | *' -D '* | *' --append '* | *' --insert '* | *' --delete '* | *' -F'* | *' -P '* | *' -N '* | *' -X'*) ;; *) kind=asks ;; esac ;;
  nft) case " $* " in *' list '* | *' get '*) kind=asks ;; esac ;;
  ipset) case $1 in test | list | save | -T | -L) kind=asks ;; esac ;;
  ip) case " $* " in *' add '* | *' del '* | *' delete '* | *' replace '* | *' set '* | *' flush '*) ;; *) kind=asks ;; esac ;;
  route) case " $* " in *' add '* | *' del '*) ;; *) kind=asks ;; esac ;;
  ufw) case $1 in status | version) kind=asks ;; esac ;;
  firewall-cmd) case " $* " in *' --add-'* | *' --remove-'* | *' --reload '*) ;; *) kind=asks ;; esac ;;
  fail2ban-client) case $1 in status | get | ping | version | -V | -d) kind=asks ;; esac ;;
  csf) case $1 in -g | --grep | -l | -t | --temp | -s | -v) kind=asks ;; esac ;;
  cscli) case " $* " in *' list '* | *' metrics '* | *' version '*) kind=asks ;; esac ;;
  nmcli) case " $* " in *' off '* | *' on '* | *' down '* | *' up '* | *' modify '* | *' disconnect '* | *' connect '* | *' delete '*) ;; *) kind=asks ;; esac ;;
  systemctl) case " $* " in *' status '* | *' is-'* | *' show '* | *' list-'*) kind=asks ;; esac ;;
  service) case " $* " in *' status '*) kind=asks ;; esac ;;
  passwd | chage) case " $* " in *' -S '* | *' --status '* | *' -l '*) [ "$name $1" = 'passwd -l' ] || kind=asks ;; esac ;;
  curl | wget | nc | ncat | netcat | telnet | ssh | scp | sftp | ftp) kind='reaches out' ;;
  mail | mailx | s-nail | mutt | sendmail | aws | az | gcloud | gsutil | doctl) kind='reaches out' ;;
  logger | wall) kind=logs ;;
  sudo | doas | sshpass) kind=asks ;;
  notify-send) kind=logs ;;
  yara) kind=asks ;;
  clamscan | clamdscan) case " $* " in *' --move'* | *' --remove'*) ;; *) kind=asks ;; esac ;;
  conntrack) case " $* " in *' -D'* | *' -F'* | *' --delete'* | *' --flush'*) ;; *) kind=asks ;; esac ;;
  atq) kind=asks ;;
  samba-tool | vtysh | birdc | ipa) case " $* " in *' show'* | *' list'* | *'-show '* | *'-find '* | *' getgroups '*) kind=asks ;; esac ;;
  redis-cli) case " $* " in *' set '* | *' SET '* | *' sadd '* | *' SADD '* | *' del '* | *' DEL '* | *' setex '* | *' SETEX '* | *' srem '* | *' SREM '* | *' publish '* | *' PUBLISH '*) ;; *) kind=asks ;; esac ;;
  crontab) case " $* " in *' -l '*) kind=asks ;; esac ;;
  auditctl) case " $* " in *' -l '* | *' -s '*) kind=asks ;; esac ;;
  loginctl) case " $* " in *' terminate'* | *' kill'* | *' lock'*) ;; *) kind=asks ;; esac ;;
  sysctl) case " $* " in *=*) ;; *) kind=asks ;; esac ;;
  udevadm) case " $* " in *' info '* | *' test'*) kind=asks ;; esac ;;
  apt | apt-get | yum | dnf | zypper | snap) case " $* " in *' remove '* | *' purge '* | *' install '* | *' erase '* | *' upgrade '* | *' autoremove '*) ;; *) kind=asks ;; esac ;;
  *control) case " $* " in *' -l'* | *' -i '* | *' -s '* | *' status '* | *' info '*) kind=asks ;; esac ;;
  manage_agents) case " $* " in *' -l '*) kind=asks ;; esac ;;
  wazuh-* | agent-auth | agent_groups | clear_stats | verify-agent-conf) kind=asks ;;
esac
record "$kind" "$name" "$@"

case $name in
  iptables | ip6tables) iptables "$@" ;;
  nft) nft "$@" ;;
  ipset) ipset "$@" ;;
  ufw) ufw "$@" ;;
  firewall-cmd) firewall_cmd "$@" ;;
  csf) csf "$@" ;;
  cscli) cscli "$@" ;;
  ip) case " $* " in *' route '* | *' r '* | *' ro '* | *' rule '*) routes "$@" ;; esac ;;
  route) routes "$@" ;;
  yara) yara "$@" ;;
  clamscan | clamdscan) clamscan "$@" ;;
  at) cat > /dev/null ;;
  crontab) crontab "$@" ;;
  sysctl) sysctl "$@" ;;
  *control | manage_agents) wazuh "$@" ;;
  curl) curl "$@" ;;
  wget) wget "$@" ;;
  nc | ncat | netcat | telnet | ftp) connection "$@" ;;
  ssh) ssh "$@" ;;
  scp | sftp) copies "$@" ;;
  aws | az | gcloud | gsutil | doctl) cloud "$@" ;;
  mail | mailx | s-nail | mutt | sendmail) mails "$@" ;;
  sshpass)
    # The password is for somebody who does not ask for it here.
    while :; do
      case $1 in
        -[pfdP]) shift 2 ;;
        -*) shift ;;
        *) break ;;
      esac
    done
    [ $# -eq 0 ] || exec "$@" ;;
  sudo | doas)
    # The script is root already.
    while :; do
      case $1 in
        -u | -g | -U | -h | -p | -C) shift 2 ;;
        -*) shift ;;
        *=*) export "$1"; shift ;;
        *) break ;;
      esac
    done
    [ $# -eq 0 ] || exec "$@" ;;
esac
exit 0
`;
}
