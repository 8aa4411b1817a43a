import { t } from '@vscode/l10n';
import type { Span } from '../../wazuh/span';
import { handshakeAt } from '../handshake';
import type { Language } from '../language';
import { type Match, matches, type Script } from '../script';
import type { ScriptCheck, ScriptProblem } from './check';

interface Reading {
  /** Reads that end only with the stream. */
  readonly toEnd: readonly RegExp[];
  /** Loops over the lines of stdin: harmless when their body leaves them. */
  readonly loop?: RegExp;
  readonly leaves?: RegExp;
  /** Reads of a line. */
  readonly line: RegExp;
  /** What to write instead. */
  readonly instead: string;
}

/** Where a bash command may start. */
const command = String.raw`(?<=^|[\n;&({\x60]|\$\(|\bthen\s|\bdo\s|\belse\s)[ \t]*`;

const readings: Readonly<Record<Exclude<Language, 'other'>, Reading>> = {
  python: {
    toEnd: [
      /\b(?:sys\.)?stdin(?:\.buffer)?\.(?:read\(\s*(?:-1)?\s*\)|readlines\(\s*\))/g,
      /\bjson\.load\(\s*(?:sys\.)?stdin\b/g,
      /\b(?:open|fdopen)\(\s*(?:0|['"]\/dev\/stdin['"])[^)\n]*\)\.(?:read|readlines)\(\s*\)/g,
      /\b(?:list|tuple|sorted|join)\(\s*(?:sys\.)?stdin\s*\)/g,
    ],
    loop: /^([ \t]*)for\s+[\w, ]+\s+in\s+(?:(?:sys\.)?stdin|fileinput\.input\(\s*\))(?:\.buffer)?\s*:[^\n]*(?:\n(?:\1[ \t]+[^\n]*|[ \t]*(?=\n)))*/gm,
    leaves: /\b(?:break|return|exit|_exit)\b/,
    line: /\breadline\(|\binput\(\s*\)|\bnext\(/,
    instead: 'sys.stdin.readline()',
  },
  bash: {
    toEnd: [
      new RegExp(String.raw`${command}cat(?:[ \t]+-)?[ \t]*(?=[)\x60|;\n]|$)`, 'g'),
      new RegExp(String.raw`${command}cat[ \t]+(?:-[ \t]+)?>[^\n<]*(?=\n|$)`, 'g'),
      /\bcat\s+(?:\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)\b/g,
      /\$\(\s*<\s*\/dev\/(?:stdin|fd\/0)\s*\)/g,
      new RegExp(String.raw`${command}(?:mapfile|readarray)\b[^\n<|]*(?=\n|$)`, 'g'),
      new RegExp(String.raw`${command}tee\b[^\n<]*`, 'g'),
      new RegExp(
        String.raw`${command}jq(?:[ \t]+-(?!-)[a-mo-zA-Z]+)*[ \t]+(?:'[^']*'|"[^"]*"|\.[^\s)|;]*)[ \t]*(?=[)\x60|;\n])`,
        'g',
      ),
      /\bread\b[^\n;|<]*[ \t]-[a-zA-Z]*d[ \t]*(?:''|"")[^\n;|<]*(?=\n|$)/g,
    ],
    loop: /(?<=^|[\n;&({])[ \t]*while[ \t]+(?:IFS=\S*[ \t]+)?read\b[\s\S]*?\bdone\b[^\n]*/g,
    leaves: /\b(?:break|exit|return)\b|\bdone[ \t]*<|\bread\b[^\n;]*(?:-u|<)/,
    line: /\bread\b/,
    instead: 'IFS= read -r line',
  },
  powershell: {
    toEnd: [/\.ReadToEnd\(\s*\)/gi, /\$input\b(?!\s*=)/gi, /\bGet-Content\b[^\n|]*\/dev\/stdin/gi],
    line: /\bReadLine\(|\bRead-Host\b/i,
    instead: '[Console]::In.ReadLine()',
  },
};

export const readsToEof: ScriptCheck = {
  code: 'reads-to-eof',
  title: 'The script reads stdin to its end',
  explanation: [
    'For `add`, execd writes one line and keeps stdin open, because it may have to answer `continue` or `abort`. A',
    'script that waits for the end of its input waits for ever, and so does execd: it runs one response at a time and',
    'has no time limit, so every later response on that machine waits too. Nothing is logged.',
    '\n\nTrying it with `echo … | script` hides the fault, because there the input does end. Read one line instead.',
    'Behind the handshake, reading to the end is fine: execd closes stdin after its answer',
    '(src/os_execd/execd.c, 4.14.7).',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'import json, sys\nmessage = json.loads(⟦sys.stdin.read()⟧)\n',
    good: 'import json, sys\nmessage = json.loads(sys.stdin.readline())\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language === 'other') return;
    const reading = readings[script.language];
    // PowerShell's `$input` is a plain variable where the script assigns it.
    const own = script.language === 'powershell' && /\$input\s*=/i.test(script.code);
    const message = t(
      'execd keeps stdin open behind its line, so this read never ends and every later response waits behind it. Read one line: {0}.',
      reading.instead,
    );
    for (const { match, span } of toEnd(script, reading)) {
      if (own && /^\$input/i.test(match[0])) continue;
      if (!behindHandshake(script, reading, span.start))
        yield { span: firstLine(script.code, span), message };
    }
  },
};

function* toEnd(script: Script, reading: Reading): Iterable<Match> {
  for (const pattern of reading.toEnd) yield* matches(script.code, pattern);
  if (!reading.loop) return;
  for (const found of matches(script.code, reading.loop)) {
    if (!reading.leaves?.test(found.match[0])) yield found;
  }
}

/** execd closes stdin after its answer: an end-of-file read of the answer is harmless. */
function behindHandshake(script: Script, reading: Reading, offset: number): boolean {
  const handshake = handshakeAt(script);
  return handshake !== undefined && handshake < offset && reading.line.test(script.code.slice(0, offset));
}

/** Of a loop, its head is enough to underline. */
function firstLine(code: string, { start, end }: Span): Span {
  const newline = code.indexOf('\n', start);
  return { start, end: newline === -1 ? end : Math.min(end, newline) };
}
