import { networkCommands } from '../stand-ins/commands';

/** Ports of what scripts usually call. */
const usualPorts = [
  ...[
    21, 22, 23, 25, 43, 53, 80, 88, 110, 143, 389, 443, 465, 514, 587, 636, 993, 1514, 1515, 2525, 3000, 3306,
  ],
  ...[
    4433, 5000, 5044, 5432, 5601, 6379, 6514, 8000, 8001, 8006, 8080, 8088, 8089, 8443, 8728, 8888, 9000,
    9001,
  ],
  ...[9090, 9200, 9443, 10443, 12201, 27017, 55000],
];

/** How many ports of a script's own are listened at. */
const MOST_PORTS = 64;

/** Numbers in a text that may be ports. */
const numbers = /(?<![\w.-])[1-9]\d{1,4}(?![\w.]|-\d)/g;

/** Words of those who call somebody themselves: libraries, the shell's own way, commands without a stand-in. */
const callers = new RegExp(
  [
    String.raw`\b(?:requests|urllib\d?|http\.client|httplib\d?|httpx|aiohttp|pycurl|smtplib|ftplib|telnetlib|imaplib|paramiko|netmiko|fabric|ldap3?|xmlrpc|websockets?|boto3|botocore|pymisp|slack_sdk|elasticsearch|SysLogHandler|HTTPHandler|SMTPHandler|dns\.resolver)\b`,
    String.raw`\bsocket\.(?:socket|create_connection|getaddrinfo|gethostby\w+)|\bfrom\s+socket\s+import`,
    '/dev/(?:tcp|udp)/',
    String.raw`\b(?:LWP|IO::Socket|HTTP::(?:Tiny|Request)|Net::(?:SMTP|SSH|HTTP|FTP))\b`,
    String.raw`\b(?:Invoke-(?:RestMethod|WebRequest)|iwr|irm|Send-MailMessage|Net\.(?:WebClient|Http|Mail|Sockets))\b`,
    String.raw`\b(?:Net::HTTP|open-uri|file_get_contents|fsockopen|curl_init|node-fetch|fetch\()`,
    String.raw`(?:^|[;&|(\`'"\s])(?:dig|nslookup|whois|socat|rsync|lftp|http|https|xh|swaks|snmptrap|mosquitto_pub|openssl\s+s_client|getent\s+a?hosts|host\s+[-"$\w])(?=\s|$)`,
  ].join('|'),
  'm',
);

/** The commands that have a stand-in which reaches out. */
const commands = new RegExp(
  String.raw`(?:^|[;&|($\`'"\s/])(?:${networkCommands.join('|')})(?=['"]?(?:[\s,)]|$))`,
  'm',
);

/** Whether a script calls somebody in other ways than by the stand-ins, as its text tells. */
export function callsItself(text: string): boolean {
  return callers.test(withoutComments(text));
}

/** Whether a script reaches for the network, as its text tells. */
export function reachesOut(text: string): boolean {
  return callsItself(text) || commands.test(withoutComments(text));
}

/** Whether a script may call somebody over HTTP, as its text tells: libraries and commands that speak it, or a URL. */
export function speaksHttp(text: string): boolean {
  return reachesOut(text) && http.test(withoutComments(text));
}

const http =
  /https?:\/\/|\b(?:curl|wget|xhs?|requests|urllib\d?|http\.client|httplib\d?|httpx|aiohttp|pycurl|pymisp|slack_sdk|elasticsearch|HTTPHandler|LWP|HTTP::(?:Tiny|Request)|Net::HTTP|Invoke-(?:RestMethod|WebRequest)|iwr|irm|Net\.(?:WebClient|Http)|open-uri|file_get_contents|curl_init|node-fetch|fetch\()/;

/** The ports to listen at for a script: the usual ones, and whatever in its text may be one. */
export function portsFor(text: string): readonly number[] {
  const own = [...text.matchAll(numbers)].map(([digits]) => Number(digits)).filter((port) => port < 65_536);
  return [...new Set([...usualPorts, ...[...new Set(own)].slice(0, MOST_PORTS)])];
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gm, '');
}
