import { t } from '@vscode/l10n';
import type { Span } from '../../wazuh/span';
import { type FieldRead, readFields } from '../fields-read';
import { sendsKeys } from '../handshake';
import { matches, type Script } from '../script';
import type { ScriptCheck, ScriptProblem } from './check';

/** What one key is made of, as far as the text tells. */
type Key = 'target' | 'rule id' | 'constant';

export const weakKey: ScriptCheck = {
  code: 'weak-key',
  title: 'The key does not name the target',
  explanation: [
    'execd remembers each response under the name of the script and the keys that it sent, and answers `abort` while the',
    'same keys are pending. With the rule id as key, or a constant, or none at all, the second attacker who trips the',
    'same rule is taken for the first and left alone until the timeout is over.',
    '\n\nSend the target: the address, account or file that the script acts on. Of 43 public scripts that send keys, 29',
    'send the rule id, and 5 the target.',
  ].join(' '),
  example: {
    language: 'python',
    bad: [
      'alert = message["parameters"]["alert"]',
      'rule_id = alert["rule"]["id"]',
      'print(json.dumps({"version": 1, "command": "check_keys", "parameters": {"keys": [⟦rule_id⟧]}}))',
      '',
    ].join('\n'),
    good: [
      'alert = message["parameters"]["alert"]',
      'srcip = alert["data"]["srcip"]',
      'print(json.dumps({"version": 1, "command": "check_keys", "parameters": {"keys": [srcip]}}))',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    if (!sendsKeys(script)) return;
    const reads = readFields(script);
    for (const list of keyLists(script.code)) {
      const keys = script.language === 'bash' ? shellKeys(script, list, reads) : keysOf(script, list, reads);
      if (keys.includes('target')) continue;
      const span = list.start === list.end ? { start: list.start - 1, end: list.end + 1 } : list;
      yield { span, message: objection(keys) };
    }
  },
};

function objection(keys: readonly Key[]): string {
  if (keys.includes('rule id')) {
    return t(
      'The key is the rule id: while one target is pending, every other target of the same rule is answered abort. Send the target (the address, account or file) as key.',
    );
  }
  return t(
    'The key is the same for every target: while one is pending, every other is answered abort. Send the target (the address, account or file) as key.',
  );
}

const listStart = /\bkeys\\?["']?\s*[:=]\s*(?:@?\(|\[)/g;

/** What stands in the brackets of `"keys": […]` and `keys = […]`, without the blanks around it. */
function* keyLists(code: string): Iterable<Span> {
  for (const { span } of matches(code, listStart)) {
    const end = closing(code, span.end);
    if (end === undefined) continue;
    const inside = code.slice(span.end, end);
    const start = span.end + inside.length - inside.trimStart().length;
    yield {
      start: Math.min(start, end),
      end: Math.max(Math.min(start, end), span.end + inside.trimEnd().length),
    };
  }
}

/** Offset of the bracket that closes the one before `from`; undefined if the line of thought breaks off. */
function closing(code: string, from: number): number | undefined {
  let depth = 1;
  for (let i = from; i < code.length && i < from + 1000; i++) {
    if ('[({'.includes(code[i] ?? '')) depth++;
    else if ('])}'.includes(code[i] ?? '') && --depth === 0) return i;
  }
  return undefined;
}

function keysOf(script: Script, list: Span, reads: readonly FieldRead[]): readonly Key[] {
  const text = script.code.slice(list.start, list.end);
  const inside = reads.filter(({ span }) => list.start <= span.start && span.end <= list.end);
  if (inside.length > 0) return inside.map(({ path }) => keyOf(path));
  // Of an f-string the names in braces count, of any other string nothing.
  const unquoted = text
    .replace(/\bf(['"])(.*?)\1/g, (_, __, body: string) => (body.match(/\{[^}]*\}/g) ?? []).join(' '))
    .replace(script.language === 'powershell' ? /'[^']*'/g : /'[^']*'|"[^"]*"/g, '');
  const names = (unquoted.match(/\$?\b[A-Za-z_]\w*/g) ?? []).filter(
    (name) => !/^(?:str|int|format)$/.test(name),
  );
  return names.map((name) => variableKey(script, name.replace('$', ''), reads));
}

/** A shell builds the JSON as text: the key is a variable in it, or an argument of printf or `jq --arg`. */
function shellKeys(script: Script, list: Span, reads: readonly FieldRead[]): readonly Key[] {
  const text = script.code.slice(list.start, list.end);
  const direct = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
  const line = {
    start: script.code.lastIndexOf('printf', list.start),
    end: script.code.indexOf('\n', list.end),
  };
  const names = direct.flatMap((name) => {
    const given = new RegExp(String.raw`--arg\s+${name}\s+"?\$\{?(\w+)`).exec(script.code)?.[1];
    return [given ?? name];
  });
  if (/%s/.test(text) && line.start !== -1) {
    const before = script.code.slice(line.start, list.start).match(/%s/g)?.length ?? 0;
    const behind = script.code.slice(list.end, line.end === -1 ? script.code.length : line.end);
    const given = behind.replace(/^.*?\\n['"]|^.*?\}['"](?=\s)/, '').match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
    const argument = given[before];
    const name = argument && /\$\{?(\w+)/.exec(argument)?.[1];
    return argument === undefined ? ['target'] : [name ? variableKey(script, name, reads) : 'constant'];
  }
  return names.map((name) => variableKey(script, name, reads));
}

function variableKey(script: Script, name: string, reads: readonly FieldRead[]): Key {
  const read = reads.findLast(({ variable }) => variable === name);
  if (read) return keyOf(read.path);
  const literal = new RegExp(
    String.raw`(?:^|[\n;])[ \t]*\$?${name}\s*=\s*(?:"[^"$\n]*"|'[^'\n]*'|\d+)\s*(?:\n|;|$)`,
  );
  if (literal.test(script.code)) return 'constant';
  return /^rule_?id$/i.test(name) ? 'rule id' : 'target';
}

function keyOf(path: string): Key {
  return path === 'rule.id' ? 'rule id' : 'target';
}
