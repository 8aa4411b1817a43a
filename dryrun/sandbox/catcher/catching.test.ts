import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { shownReach } from '../../effects/reach';
import { inside, type Ran } from '../for-tests';
import { probeSandbox } from '../probe';
import { ANSWER } from '../stand-ins/answer';

const probed = await probeSandbox();
const where = probed.kind === 'overlay' ? describe : () => undefined;
const has = (program: string) =>
  spawnSync('sh', ['-c', `PATH=/usr/bin:/bin command -v ${program}`]).status === 0;

/** Calls, what each prints, and what is written down of them. */
const calls: readonly (readonly [
  needs: string,
  text: string,
  said: readonly string[],
  caught: readonly string[],
])[] = [
  [
    'python3',
    `python3 - << 'END'
import json, urllib.request
request = urllib.request.Request("https://hooks.slack.com/services/T0/B0", data=json.dumps({"text": "hi"}).encode())
with urllib.request.urlopen(request, timeout=5) as answer:
    print(answer.status, json.load(answer)["ok"])
END`,
    ['200 True'],
    ['POST https://hooks.slack.com/services/T0/B0: {"text": "hi"}'],
  ],
  [
    'python3',
    `python3 -c '
import http.client
for _ in range(2):
    c = http.client.HTTPConnection("10.0.0.9", 8080, timeout=5); c.request("DELETE", "/rule/1"); print(c.getresponse().read(9).decode())'`,
    [ANSWER.slice(0, 9), ANSWER.slice(0, 9)],
    ['DELETE http://10.0.0.9:8080/rule/1', 'DELETE http://10.0.0.9:8080/rule/1'],
  ],
  [
    'python3',
    `python3 -c '
import http.client, ssl
c = http.client.HTTPSConnection("203.0.113.9", timeout=5); c.request("GET", "/x"); print(c.getresponse().status)'`,
    ['200'],
    ['GET https://203.0.113.9/x'],
  ],
  [
    'python3',
    `python3 - << 'END'
import requests
from requests.packages.urllib3.exceptions import InsecureRequestWarning
requests.packages.urllib3.disable_warnings(InsecureRequestWarning)
answer = requests.post("https://fw.example.com/api", params={"a": 1}, json={"ip": "203.0.113.7"}, headers={"X-Key": "k"}, auth=("me", "pw"), timeout=(3, 5), verify=False)
print(answer.status_code, answer.json()["status"], answer.ok)
with requests.Session() as session:
    session.headers.update({"X-Key": "k"})
    print(session.get("https://<your host>/api").raise_for_status())
END`,
    ['200 success True', 'None'],
    ['POST https://fw.example.com/api?a=1: {"ip": "203.0.113.7"}', 'GET https://yourhost/api'],
  ],
  [
    'python3',
    `python3 - << 'END'
import smtplib
from email.mime.text import MIMEText
mail = MIMEText("Hello")
mail["Subject"] = "An alert"
for port in (25, 587):
    with smtplib.SMTP("mail.example.com", port, timeout=5) as server:
        if port == 587:
            server.starttls()
            server.login("me", "pw")
        server.sendmail("a@example.com", ["ops@example.com"], mail.as_string())
with smtplib.SMTP_SSL("mail.example.com", 465, timeout=5) as server:
    print(server.noop()[0])
    server.sendmail("a@example.com", ["ops@example.com"], mail.as_string())
END`,
    ['250'],
    Array<string>(3).fill(
      'mail ops@example.com: Content-Type: text/plain; charset="us-ascii" MIME-Version: 1.0 Content-Transfer-Encoding: 7bit Subject: An alert Hello',
    ),
  ],
  ['bash', `echo '<13>hello' > /dev/udp/10.0.0.9/514`, [], ['send 10.0.0.9:514: <13>hello']],
  [
    'bash',
    `exec 3<> /dev/tcp/log.example.com/4711; echo hello >&3; cat <&3; exec 3>&-; echo over`,
    ['over'],
    ['send log.example.com:4711: hello'],
  ],
  ['bash', `: < /dev/tcp/10.0.0.9/443; echo open`, ['open'], ['connect 10.0.0.9:443']],
  [
    'perl',
    `perl -MIO::Socket::INET -e '
$s = IO::Socket::INET->new(PeerAddr => "api.example.com:80", Timeout => 5) or die;
print $s "GET /x HTTP/1.0\\r\\n\\r\\n"; $_ = <$s>; print'`,
    ['HTTP/1.1 200 OK\r'],
    ['GET http://api.example.com:80/x'],
  ],
];

where('the catcher', { timeout: 60_000 }, () => {
  const tried = calls.filter(([needs]) => has(needs));
  let ran: Ran;
  beforeAll(async () => {
    ran = await inside(tried.map(([, text], index) => `echo '#${index}'\n${text}`).join('\n'), {
      step: 30_000,
    });
  }, 60_000);

  it.each(tried.map(([, text, said], index) => [text, said, index] as const))('%s', (_text, said, index) => {
    const [from, to] = [ran.said.indexOf(`#${index}`), ran.said.indexOf(`#${index + 1}`)];
    expect(ran.said.slice(from + 1, to === -1 ? undefined : to)).toEqual(said);
  });

  it('writes down everything', () => {
    expect(ran.seen.caught.map(shownReach)).toEqual(tried.flatMap(([, , , caught]) => caught));
  });

  it('leaves no attempt untold, and tells none twice', () => expect([...ran.seen.attempts]).toEqual([]));

  it('refuses at other ports', async () => {
    const { said, seen } = await inside(': > /dev/tcp/10.0.0.9/$((40000 + 1)) || echo refused');
    expect([said, [...seen.attempts.keys()], seen.caught]).toEqual([['refused'], ['tcp 10.0.0.9:40001'], []]);
  });
});
