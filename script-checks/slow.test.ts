import { describe, expect, it } from 'vitest';
import { slow } from './checks/slow';
import { edited, readScript, shown } from './for-tests';
import { staticFindings } from './index';
import type { Language } from './language';

const cases: readonly (readonly [string, Language, string])[] = [
  ['curl', 'bash', '⟦curl -s -X POST -d "$body" "$HOOK"⟧\n'],
  ['curl with a limit for the connection alone', 'bash', '⟦curl --connect-timeout 5 "$HOOK"⟧\n'],
  ['curl with a limit', 'bash', 'curl -sSm 10 "$HOOK"\ncurl --max-time=5 "$HOOK"\ncurl -m10 "$HOOK"\n'],
  ['curl under timeout', 'bash', 'timeout 10 curl -s "$HOOK"\n'],
  ['curl in the background', 'bash', 'curl -s "$HOOK" &\n( curl -s "$HOOK"; log done ) &\n'],
  ['curl with options from elsewhere', 'bash', `curl "\${options[@]}" "$HOOK"\ncurl $CURL_OPTS "$HOOK"\n`],
  ['curl with options from a variable', 'bash', 'OPTS="-s --max-time 10"\ncurl $OPTS "$HOOK"\n'],
  ['curl with options from a variable, and no limit', 'bash', 'OPTS="-s -k"\n⟦curl $OPTS "$HOOK"⟧\n'],
  ['curl that looks at a file', 'bash', 'curl --version\ncurl file:///etc/hosts\n'],
  ['a look for curl', 'bash', 'command -v curl > /dev/null\n'],
  ['wget', 'bash', '⟦wget -q -O - "$URL"⟧\nwget -T 10 -q "$URL"\n'],
  ['ssh', 'bash', '⟦ssh -o BatchMode=yes admin@fw "block $ip"⟧\nssh -o ConnectTimeout=5 admin@fw x\n'],
  ['ssh by a variable', 'bash', 'SSH="ssh -o BatchMode=yes admin@fw"\n⟦$SSH "block"⟧\n'],
  ['ssh by a variable, with a limit', 'bash', 'SSH="ssh -o ConnectTimeout=5 admin@$FW"\n$SSH "block"\n'],
  ['what waits for arguments', 'bash', '# Wazuh\nIP=$3\ncurl "$HOOK?ip=$IP"\n'],

  ['requests', 'python', '⟦requests.post(url, json=body)⟧\nrequests.post(url, json=body, timeout=10)\n'],
  ['requests with no limit at all', 'python', '⟦requests.get(url, timeout=None)⟧\n'],
  ['requests with options from elsewhere', 'python', 'requests.get(url, **options)\n'],
  ['a session', 'python', 's = requests.Session()\n⟦s.get(url)⟧\ns.get(url, timeout=5)\n'],
  ['what only looks like one', 'python', 's = {}\ns.get(url)\nsession.get("key")\n'],
  [
    'urlopen',
    'python',
    '⟦urllib.request.urlopen(r)⟧\nurllib.request.urlopen(r, timeout=5)\nurlopen(r, None, 5)\n',
  ],
  [
    'a connection',
    'python',
    '⟦http.client.HTTPSConnection("x")⟧\nhttp.client.HTTPSConnection("x", timeout=5)\n',
  ],
  ['mail', 'python', '⟦smtplib.SMTP("mail", 25)⟧\nsmtplib.SMTP("mail", 25, timeout=5)\n'],
  ['a download that can be given no limit', 'python', '⟦urllib.request.urlretrieve(url, "x.msi")⟧\n'],
  ['a limit for all', 'python', 'socket.setdefaulttimeout(10)\nurlopen(r)\n'],
  [
    'curl',
    'python',
    '⟦subprocess.run(["curl", "-s", url])⟧\nsubprocess.run(["curl", "-s", url], timeout=10)\nsubprocess.run(["curl", "-m", "5", url])\n',
  ],
];

describe('what waits for ever', () => {
  it.each(cases)('%s (%s) %s', async (_, language, marked) => {
    expect(await shown(slow, language, marked)).toBe(marked);
  });

  it.each<[name: string, before: string, after: string]>([
    ['a.sh', 'sudo curl -s x\n', 'sudo curl --max-time 10 -s x\n'],
    ['a.sh', 'ssh a b\n', 'ssh -o ConnectTimeout=10 a b\n'],
    ['a.py', 'requests.get(url)\n', 'requests.get(url, timeout=10)\n'],
    ['a.py', 'smtplib.SMTP()\n', 'smtplib.SMTP(timeout=10)\n'],
    ['a.py', 'subprocess.run(["curl", url])\n', 'subprocess.run(["curl", "--max-time", "10", url])\n'],
  ])('%s is given a limit: %j', async (name, before, after) => {
    const found = staticFindings(await readScript(before, name)).find(({ code }) => code === 'slow');
    expect(edited(before, found?.fixes?.[0]?.edits ?? [])).toBe(after);
  });
});
