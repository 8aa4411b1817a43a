import { ANSWER, REFUSAL } from './answer';
import { REFUSES, SILENT } from './state';

/** Bytes of what is handed over that are kept. */
const MOST_KEPT = 16_384;

/**
 * Shell text that goes through the letters of a word such as `-sXPOST`. What a letter takes stands behind it, or is the
 * next word of the command: a function could not take that away from its caller's.
 * @param valued letters that take a value
 * @param each what is done with `$letter` and `$value`
 */
function eachLetter(valued: string, each: string): string {
  return `letters=\${word#-}
        while [ -n "$letters" ]; do
          rest=\${letters#?}
          letter=\${letters%"$rest"} value=''
          case $letter in
            [${valued}])
              if [ -n "$rest" ]; then value=$rest; else value=$1; [ $# -eq 0 ] || shift; fi
              rest='' ;;
          esac
          ${each}
          letters=$rest
        done`;
}

/**
 * The stand-ins for commands that reach out, as functions of sh: each writes down to whom it would have handed what, and
 * answers as if that had gone well. Addresses are not looked at: one that is still to be filled in is as good as any. Where
 * nobody answers, a call waits as long as its own time limit says, which passes at once, and for ever where it has none.
 */
export const networkStandIns = `
answer='${ANSWER}'
status='200 OK'
if [ -e "$state/${REFUSES}" ]; then
  answer='${REFUSAL}' status='500 Internal Server Error'
fi

# What is handed over, and to whom: a verb, an address, a body.
sends() { printf '%s\\0' sends 3 "$1" "$2" "$3" >> "$state/calls"; }
kept() { head -c ${MOST_KEPT}; cat > /dev/null; }
# Whether stdin is that of the script itself, on which execd keeps its end open: nobody means that to be handed over.
own_stdin() {
  mine=$(readlink /proc/self/fd/0) at=$PPID
  while [ "$(readlink "/proc/$at/fd/0")" = "$mine" ]; do
    grep -qs active-response/bin "/proc/$at/cmdline" && return 0
    at=$(sed -n 's/^PPid:[^0-9]*//p' "/proc/$at/status" 2> /dev/null)
    [ "\${at:-0}" -gt 1 ] || return 0
  done
  return 1
}
piped() { own_stdin || kept; }
# Where nobody answers: LIMIT STATUS MESSAGE.
waits() {
  [ -e "$state/${SILENT}" ] || return 0
  [ -z "$1" ] || fail "$2" "$3"
  mkfifo "$state/silence" 2> /dev/null
  exec 9<> "$state/silence"
  read -r nothing <&9
}
url_of() { case $1 in *://*) printf %s "$1" ;; *) printf 'http://%s' "$1" ;; esac; }
file_of() { name_of=$(printf %s "$1" | sed 's,[?#].*,,; s,^[a-z]*://[^/]*,,; s,.*/,,'); printf %s "\${name_of:-index.html}"; }

# Data of a request; what begins with @ is read from a file.
data() {
  case $1 in @-) more=$(kept) ;; @*) more=$(kept < "\${1#@}") ;; *) more=$1 ;; esac
  body=\${body:+$body&}$more posts=1
}
curl_option() {
  case $1 in
    X | request) method=$2 ;;
    d | data | data-ascii | data-binary | json) data "$2" ;;
    data-raw | data-urlencode | F | form | form-string) body=\${body:+$body&}$2 posts=1 ;;
    T | upload-file) method=\${method:-PUT}; case $2 in -) body=$(kept) ;; *) body=@$2 ;; esac ;;
    G | get) query=1 ;;
    I | head) method=HEAD ;;
    i | include) include=1 ;;
    o | output) out=$2 ;;
    O | remote-name) named=1 ;;
    D | dump-header) headers=$2 ;;
    w | write-out) written=$2 ;;
    m | max-time | connect-timeout | speed-time | y) limit=$2 ;;
    url) url=$2 addressed=1 ;;
    f | fail) fails=quietly ;;
    fail-with-body) fails=aloud ;;
    V | version) printf 'curl 8.5.0 (a stand-in) libcurl/8.5.0\\n'; exit 0 ;;
  esac
}
refused() { [ "$status" != '200 OK' ]; }
answered() {
  ! refused || [ "$fails" != quietly ] || return 0
  if [ -n "$include" ] || [ "$method" = HEAD ]; then printf "$head"; fi
  [ "$method" = HEAD ] || printf '%s\\n' "$answer"
}
curl() {
  url='' addressed='' method='' body='' posts='' query='' include='' out='' named='' headers='' written='' limit='' fails=''
  while [ $# -gt 0 ]; do
    word=$1 value=''
    shift
    case $word in
      --?*=*) value=\${word#*=} word=\${word%%=*}; curl_option "\${word#--}" "$value" ;;
      --?*)
        case \${word#--} in
          request | data* | json | form | form-string | header | user | user-agent | referer | cookie | cookie-jar | output | write-out | \\
            max-time | connect-timeout | upload-file | proxy | proxy-* | preproxy | socks* | noproxy | cert | cert-type | key | key-type | pass | cacert | capath | retry | \\
            retry-delay | retry-max-time | resolve | connect-to | interface | url | limit-rate | max-redirs | max-filesize | ciphers | \\
            tls13-ciphers | tls-max | dump-header | config | range | speed-limit | speed-time | unix-socket | oauth2-bearer | aws-sigv4 | \\
            continue-at | dns-servers | engine | ftp-port | keepalive-time | local-port | mail-from | mail-rcpt | output-dir | parallel-max | \\
            pinnedpubkey | proto | proto-default | proto-redir | pubkey | quote | rate | request-target | service-name | stderr | time-cond | trace | \\
            trace-ascii | url-query | variable | crlfile | hostpubmd5 | abstract-unix-socket)
            value=$1; [ $# -eq 0 ] || shift ;;
        esac
        curl_option "\${word#--}" "$value" ;;
      -?*)
        ${eachLetter('XdHuAebcFowmTxEDKCrtQPUYyz', `curl_option "$letter" "$value"`)} ;;
      *) [ -n "$addressed" ] || url=$word; addressed=1 ;;
    esac
  done
  [ -n "$addressed" ] || fail 2 'curl: (2) no URL specified'
  [ -z "$named" ] || out=$(file_of "$url")
  if [ -n "$query" ]; then url="$url?$body" body='' posts=''; fi
  [ -n "$method" ] || { method=GET; [ -z "$posts" ] || method=POST; }
  sends "$method" "$(url_of "$url")" "$body"
  waits "$limit" 28 "curl: (28) Operation timed out after $limit seconds with 0 bytes received"
  head="HTTP/1.1 $status"'\\r\\nContent-Type: application/json\\r\\n\\r\\n'
  [ -z "$headers" ] || printf "$head" > "$headers"
  case $out in
    '' | -) answered ;;
    *) answered > "$out" || fail 23 'curl: (23) Failure writing output to destination' ;;
  esac
  [ -z "$written" ] || printf %b "$(printf %s "$written" | sed 's/%{http_code}/'\${status%% *}'/g; s/%{response_code}/'\${status%% *}'/g; s/%{[a-z_.]*}//g; s/%%/%/g')"
  ! refused || [ -z "$fails" ] || fail 22 "curl: (22) The requested URL returned error: \${status%% *}"
  return 0
}

wget() {
  url='' method='' body='' out='' folder='' quiet='' spider='' limit=''
  while [ $# -gt 0 ]; do
    word=$1 value=''
    shift
    case $word in
      --*)
        name=\${word#--}
        case $name in
          *=*) value=\${name#*=} name=\${name%%=*} ;;
          output-document | output-file | append-output | post-data | post-file | method | body-data | body-file | header | timeout | \\
            connect-timeout | read-timeout | dns-timeout | tries | directory-prefix | user-agent | user | password | http-user | http-password | \\
            ca-certificate | ca-directory | certificate | private-key | referer | wait | waitretry | limit-rate | execute | input-file | base | bind-address)
            value=$1; [ $# -eq 0 ] || shift ;;
        esac
        case $name in
          output-document) out=$value ;;
          post-data) method=\${method:-POST} body=$value ;;
          post-file) method=\${method:-POST} body=$(kept < "$value") ;;
          body-data) body=$value ;;
          body-file) body=$(kept < "$value") ;;
          method) method=$value ;;
          timeout | connect-timeout | read-timeout) limit=$value ;;
          directory-prefix) folder=$value/ ;;
          quiet | no-verbose) quiet=1 ;;
          spider) spider=1 ;;
        esac ;;
      -n?*) quiet=1 ;;
      -?*)
        ${eachLetter('OTtPUoaieBDAQlw', `case $letter in O) out=$value ;; T) limit=$value ;; P) folder=$value/ ;; q) quiet=1 ;; esac`)} ;;
      *) [ -n "$url" ] || url=$word ;;
    esac
  done
  [ -n "$url" ] || fail 1 'wget: missing URL'
  sends "\${method:-GET}" "$(url_of "$url")" "$body"
  waits "$limit" 4 "wget: Read error (Connection timed out) in headers."
  [ -n "$quiet" ] || printf 'HTTP request sent, awaiting response... %s\\n' "$status" >&2
  ! refused || fail 8 "wget: server returned error: HTTP/1.1 $status"
  [ -n "$spider" ] || case $out in
    -) printf '%s\\n' "$answer" ;;
    *) printf '%s\\n' "$answer" > "\${out:-$folder$(file_of "$url")}" || fail 3 'wget: Cannot write to the file' ;;
  esac
  return 0
}

# nc, ncat, netcat, telnet, ftp: where to, and what comes in for it.
connection() {
  host='' port='' limit='' probe='' ends=''
  while [ $# -gt 0 ]; do
    word=$1
    shift
    case $word in
      --wait | -w) limit=$1; shift ;;
      -?*)
        ${eachLetter('wpsqiXxPIOTVGec', `case $letter in w) limit=$value ;; z) probe=1 ends=1 ;; u | N | q) ends=1 ;; l) exit 0 ;; esac`)} ;;
      *) if [ -z "$host" ]; then host=$word; else port=\${port:-$word}; fi ;;
    esac
  done
  [ -n "$host" ] || fail 1 "$name: missing destination"
  address=$host\${port:+:$port}
  if [ -n "$probe" ]; then sends connect "$address" ''; else sends send "$address" "$(piped)"; fi
  [ -n "$ends" ] || waits "$limit" 1 "$name: timed out"
  return 0
}

ssh() {
  host='' limit='' where='' piped=1
  while [ $# -gt 0 ]; do
    word=$1
    case $word in
      -o | -o*)
        option=\${word#-o}
        [ -n "$option" ] || { option=$2; shift; }
        case $option in [Cc]onnect[Tt]imeout*) limit=\${option#*[= ]} ;; esac ;;
      -p) where=:$2; shift ;;
      -p*) where=:\${word#-p} ;;
      -n | -f | -N) piped='' ;;
      -[BbcDEeFIiJLlmOQRSWw]) shift ;;
      -*) ;;
      *) host=$word; shift; break ;;
    esac
    [ $# -eq 0 ] || shift
  done
  [ -n "$host" ] || fail 255 'usage: ssh [options] destination [command]'
  command=$*
  [ -n "$command" ] || [ -z "$piped" ] || command=$(piped)
  sends ssh "$host$where" "$command"
  waits "$limit" 255 "ssh: connect to host $host: Connection timed out"
  return 0
}

# Commands of clouds: a service, and what it is to do. They give up by themselves.
cloud() {
  service=$1
  [ $# -eq 0 ] || shift
  sends "$name" "$service" "$*"
  waits 60 255 "$name: Could not connect to the endpoint"
  case " $* " in
    *' text '* | *=text* | *' tsv '* | *=tsv* | *'value('*) printf 'made-up\\n' ;;
    *' describe'* | *' list'* | *' get'* | *' show'* | *json*) printf '%s\\n' "$answer" ;;
  esac
}

# scp, sftp: files, and one or the other is elsewhere.
copies() {
  remote='' others='' limit=''
  while [ $# -gt 0 ]; do
    case $1 in
      -o) case $2 in [Cc]onnect[Tt]imeout*) limit=\${2#*[= ]} ;; esac; shift ;;
      -o*) case $1 in *[Cc]onnect[Tt]imeout*) limit=\${1#*[= ]} ;; esac ;;
      -[BbcDFiJlPS]) shift ;;
      -*) ;;
      *) case $1 in [!/]*:* | *@*) remote=$1 last=1 ;; *) others="\${others:+$others }$1" last='' ;; esac ;;
    esac
    [ $# -eq 0 ] || shift
  done
  [ "$name" != sftp ] || others=$(piped)
  if [ -n "$last" ]; then sends "$name" "$remote" "$others"; else sends fetch "$remote" "$others"; fi
  waits "$limit" 255 "$name: Connection timed out"
  return 0
}

# Mail is handed to the host's own daemon, which takes it whether anybody answers or not.
mails() {
  to='' subject=''
  while [ $# -gt 0 ]; do
    case $1 in
      -s) subject=$2; shift ;;
      -[abcfFrSAMoOeinNX] | --[a-z]*) case $1 in -e | -i | -n | -N | --*=*) ;; *) shift ;; esac ;;
      -*) ;;
      *) to="\${to:+$to }$1" ;;
    esac
    [ $# -eq 0 ] || shift
  done
  text=$(kept)
  [ -n "$to" ] || to=$(printf '%s\\n' "$text" | sed -n 's/^[Tt][Oo]: *//p' | head -n 1)
  sends mail "$to" "\${subject:+$subject: }$text"
}
`;
