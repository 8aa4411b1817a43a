import { describe, expect, it } from 'vitest';
import { takesWrongField } from './checks/takes-wrong-field';
import { shown } from './for-tests';
import type { Language } from './language';
import { isAnyAddress, keyIn } from './raw-message/pattern';

const shell = (text: string) => `IFS= read -r M\n${text}\n`;
const python = (text: string) => `import re, sys\nraw = sys.stdin.readline().strip()\n${text}\n`;

const cases: readonly (readonly [string, Language, string])[] = [
  [
    'the first address',
    'bash',
    shell(`IP=$(echo "$M" | ⟦grep -oE '([0-9]{1,3}\\.){3}[0-9]{1,3}'⟧ | head -1)`),
  ],
  ['the first address', 'bash', shell(`IP=$(⟦grep -oP '\\d+\\.\\d+\\.\\d+\\.\\d+' <<< "$M"⟧ | head -n1)`)],
  [
    'all addresses',
    'bash',
    shell(
      `IP=$(printf '%s\\n' "$M" | ⟦grep -o '[0-9]\\{1,3\\}\\.[0-9]\\{1,3\\}\\.[0-9]\\{1,3\\}\\.[0-9]\\{1,3\\}'⟧)`,
    ),
  ],
  [
    'the first address, straight from stdin',
    'bash',
    `IP=$(⟦grep -m1 -oE '[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+'⟧)\n`,
  ],
  [
    'the address of the agent, by its name',
    'bash',
    shell(`AGENT_IP=$(echo "$M" | grep -oE '([0-9]{1,3}\\.){3}[0-9]{1,3}' | head -1)`),
  ],
  ['the last address', 'bash', shell(`IP=$(echo "$M" | grep -oE '([0-9]{1,3}\\.){3}[0-9]{1,3}' | tail -1)`)],
  [
    'an address of something else',
    'bash',
    shell(
      `L=$(jq -r .parameters.alert.full_log <<< "$M")\nIP=$(echo "$L" | grep -oE '([0-9]{1,3}\\.){3}[0-9]{1,3}' | head -1)`,
    ),
  ],
  ['an address behind its key', 'bash', shell(`IP=$(echo "$M" | grep -oP '"srcip":"\\K[^"]+')`)],
  ['an address behind a word', 'bash', shell(`IP=$(echo "$M" | grep -oP 'from \\K[0-9.]+')`)],
  ['a look whether it is there', 'bash', shell(`echo "$M" | grep -qE '([0-9]{1,3}\\.){3}[0-9]{1,3}'`)],
  [
    'a key that stands once',
    'bash',
    shell(`F=$(sed -n 's/.*"syscheck":{"path":"\\([^"]*\\)".*/\\1/p' <<< "$M")`),
  ],
  ['the last name', 'bash', shell(`HOST=$(echo "$M" | ⟦sed 's/.*"name":"\\([^"]*\\)".*/\\1/'⟧)`)],
  ['the first name', 'bash', shell(`HOST=$(echo "$M" | ⟦grep -oP '"name":"\\K[^"]+'⟧ | head -1)`)],
  [
    'the name of the node, by its name',
    'bash',
    shell(`NODE=$(echo "$M" | grep -oP '"name":"\\K[^"]+' | head -1)`),
  ],
  ['a name below its key', 'bash', shell(`AGENT=$(echo "$M" | grep -oP '"agent":\\{.*?"name":"\\K[^"]+')`)],
  [
    'the first id for that of the agent',
    'bash',
    shell(`AGENT_ID=$(echo "$M" | ⟦grep -oP '"id":"\\K[^"]+'⟧ | head -1)`),
  ],
  [
    'the id of the rule, by its name',
    'bash',
    shell(`RULE_ID=$(echo "$M" | grep -oP '"id":"\\K[^"]+' | head -1)`),
  ],
  ['the description of the rule', 'bash', shell(`DESC=$(echo "$M" | grep -oP '"description":"\\K[^"]+')`)],
  [
    'the command',
    'bash',
    shell(`CMD=$(echo "$M" | grep -oE '"command":"[a-z]+"' | head -1 | cut -d'"' -f4)`),
  ],
  ['a word inside another', 'bash', shell(`PID=$(echo "$M" | ⟦grep -oP 'pid=\\K[0-9]+'⟧ | head -1)`)],
  ['a word by itself', 'bash', shell(`PID=$(echo "$M" | grep -oP '\\bpid=\\K[0-9]+' | head -1)`)],
  ['a piece of the alert', 'bash', shell(`U=$(echo "$M" | ⟦cut -d'"' -f42⟧)`)],
  ['a piece of the alert', 'bash', shell(`U=$(echo "$M" | ⟦awk -F'"' '{print $42}'⟧)`)],
  ['a piece before the alert', 'bash', shell(`C=$(echo "$M" | cut -d'"' -f16)`)],
  ['a piece behind a key', 'bash', shell(`IP=$(echo "$M" | awk -F'"srcip":"' '{print $2}' | cut -d'"' -f1)`)],
  [
    'the first address',
    'bash',
    shell(`if [[ ⟦$M =~ ([0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+)⟧ ]]; then IP=\${BASH_REMATCH[1]}; fi`),
  ],

  [
    'the first address',
    'python',
    python('m = ⟦re.search(r"\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", raw)⟧\nip = m.group(0)'),
  ],
  ['the first address', 'python', python('ip = ⟦re.findall(r"(?:\\d{1,3}\\.){3}\\d{1,3}", raw)⟧[0]')],
  [
    'the first address by a pattern with a name',
    'python',
    python('IPV4 = re.compile(r"(?:\\d{1,3}\\.){3}\\d{1,3}")\nip = ⟦IPV4.search(raw)⟧.group()'),
  ],
  ['an address behind its key', 'python', python(`ip = re.search(r'"srcip":\\s*"([^"]+)"', raw).group(1)`)],
  [
    'an address of the log line',
    'python',
    python(
      'log = json.loads(raw)["parameters"]["alert"]["full_log"]\nip = re.search(r"\\d+\\.\\d+\\.\\d+\\.\\d+", log)',
    ),
  ],
  ['the first name', 'python', python(`user = ⟦re.search(r'"name":"([^"]+)"', raw)⟧.group(1)`)],
];

describe('what a text tool takes', () => {
  it.each(cases)('%s (%s) %s', async (_, language, marked) => {
    expect(await shown(takesWrongField, language, marked)).toBe(marked);
  });
});

describe('a pattern', () => {
  it.each<[boolean, string]>([
    [true, '[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}'],
    [true, '\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b'],
    [true, '[0-9.]+'],
    [true, '(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}'],
    [false, 'from ([0-9.]+)'],
    [false, '"ip":"([0-9.]+)'],
    [false, '.+'],
    [false, '[^"]+'],
    [false, '('],
    // However it is made, it is soon done with.
    [false, '(((\\d+)*)*)*x'],
    [false, '((.*)*)*((.*)*)*\\.'],
  ])('fits any address: %s, %s', (expected, pattern) => {
    const began = performance.now();
    expect(isAnyAddress(pattern)).toBe(expected);
    expect(performance.now() - began).toBeLessThan(1000);
  });
  it.each<[string | undefined, string]>([
    ['srcip', '"srcip":"([^"]+)"'],
    ['srcip', '"srcip"\\s*:\\s*"([^"]+)"'],
    ['ip', 'ip":"([^"]+)'],
    [undefined, '"agent":{.*?"id":"([^"]+)'],
    [undefined, '[0-9.]+'],
  ])('is about %s: %s', (expected, pattern) => expect(keyIn(pattern)).toBe(expected));
});
