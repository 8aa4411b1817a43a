import { t } from '@vscode/l10n';
import { handshakeAt } from '../handshake';
import type { Language } from '../language';
import { matches } from '../script';
import type { ScriptCheck, ScriptProblem } from './check';

/** What writes to stdout, at the start of a line's statement; the first group is the rest of the line. */
const writes: Readonly<Record<Exclude<Language, 'other'>, RegExp>> = {
  python: /(?<=\n|^)[ \t]*(?:print|sys\.stdout\.write)\(([^\n]*)/g,
  bash: /(?<=^|\n|[;{]|&&|\|\||\b(?:then|do|else)\s)[ \t]*(?:echo|printf)\b([^\n;}]*)/g,
  powershell: /(?<=\n|^)[ \t]*(?:Write-Host|Write-Output|\[Console\]::WriteLine\()([^\n]*)/gi,
};

/** What takes the output elsewhere. */
const redirected: Readonly<Record<Exclude<Language, 'other'>, RegExp>> = {
  python: /\bfile\s*=/,
  bash: /[>|]/,
  powershell: /[>|]/,
};

const functionHead: Readonly<Record<Exclude<Language, 'other'>, RegExp>> = {
  python: /^([ \t]*)(?:async[ \t]+)?def[ \t]/gm,
  bash: /^[ \t]*(?:function[ \t]+[\w-]+|[\w-]+[ \t]*\(\))[^\n]*\{/gm,
  powershell: /^[ \t]*function[ \t][^\n{]*\{?/gim,
};

export const chatterBeforeHandshake: ScriptCheck = {
  code: 'chatter-before-handshake',
  title: 'Something else is written to stdout before check_keys',
  explanation: [
    "execd takes the first line of the script's stdout for the answer, whatever it is. If that is a progress message,",
    'the keys behind it are never read: all targets then share one key, the name of the script, and the second attacker',
    'is answered `abort` as long as the first is blocked (src/os_execd/execd.c, 4.14.7).',
    '\n\nWrite messages to the log file or to stderr; keep stdout for `check_keys`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nIFS= read -r line\n⟦echo "starting"⟧\necho \'{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}\'\n',
    good: '#!/bin/bash\nIFS= read -r line\necho "starting" >&2\necho \'{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}\'\n',
  },
  *run(script): Iterable<ScriptProblem> {
    const { language } = script;
    const handshake = handshakeAt(script);
    if (language === 'other' || handshake === undefined) return;
    const home = functionAt(script.code, handshake, language);
    for (const { match, span } of matches(script.code, writes[language])) {
      if (span.end > script.code.lastIndexOf('\n', handshake)) break;
      if (redirected[language].test(match[1] ?? '')) continue;
      // In another function it may run later, or never: only a run can tell.
      const place = functionAt(script.code, span.start, language);
      if (place !== home && place !== undefined) continue;
      yield {
        span,
        message: t(
          'execd takes the first line on stdout for the keys, so it will read this one instead of check_keys. Write it to stderr or to the log.',
        ),
      };
    }
  },
};

/** Offset of the function that `offset` stands in; undefined at the top level. */
function functionAt(code: string, offset: number, language: Exclude<Language, 'other'>): number | undefined {
  let home: number | undefined;
  for (const { match, span } of matches(code, functionHead[language])) {
    if (span.start > offset) break;
    const indent = /^[ \t]*/.exec(match[0])?.[0] ?? '';
    const end = language === 'python' ? endOfBlock(code, span.end, indent) : endOfBraces(code, span.start);
    if (offset < end) home = span.start;
  }
  return home;
}

/** Where the indented lines behind a `def` end. */
function endOfBlock(code: string, from: number, indent: string): number {
  const behind = new RegExp(String.raw`\n(?!${indent}[ \t]+|[ \t]*\r?(?:\n|$)|[)\]}])`, 'g');
  behind.lastIndex = code.indexOf('\n', from);
  if (behind.lastIndex === -1) return code.length;
  behind.lastIndex += 1;
  return behind.exec(code)?.index ?? code.length;
}

/** Where a body in braces ends: its closing brace stands first on a line, as people write it. */
function endOfBraces(code: string, from: number): number {
  const indent = /[ \t]*$/.exec(code.slice(0, from))?.[0] ?? '';
  const end = code.indexOf(`\n${indent}}`, from);
  return end === -1 ? code.length : end;
}
