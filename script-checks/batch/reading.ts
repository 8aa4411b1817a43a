import type { Span } from '../../wazuh/span';
import { matches } from '../script';
import { talkingLine } from '../windows-programs';

/** What stands between the beginning of a line, or what parts commands, and a command. */
const front = String.raw`(?:^|[&|(]|\bdo\b|\belse\b)[ \t]*@?[ \t]*`;

/** Programs that run a script; `start` and `call` may stand before them, and a path. */
const runner = String.raw`(?:(?:call|start(?:[ \t]+"[^"\n]*")?(?:[ \t]+/\w+)*)[ \t]+)?"?(?:[\w:.%~()\\ -]*\\)?(?:powershell|pwsh|python[\d.]*w?|py|cscript|wscript|node|perl|ruby)(?:\.exe)?"?(?=[ \t])`;

/** What becomes of the arguments of execd before 4.2, or of a name that says so. */
const actionNames = '(?:action|act|cmd|command|ar_?action|mode|operation|user(?:name)?|ip|src_?ip|address)';
const argument = String.raw`"?%~?[1-3](?!\w)"?`;

const takesArgument: readonly RegExp[] = [
  // set ACTION=%1
  new RegExp(String.raw`\bset[ \t]+"?${actionNames}=(?<at>${argument})`, 'gi'),
  // if "%1"=="add", if /i "%~1" equ "add"
  new RegExp(
    String.raw`\bif[ \t]+(?:/i[ \t]+)?(?:not[ \t]+)?(?<at>${argument})[ \t]*(?:==|equ|neq)[ \t]*"?(?:add|delete)\b`,
    'gi',
  ),
  // netsh … remoteip=%3
  /\b(?:netsh|route|net|taskkill|ipseccmd)(?:\.exe)?[ \t][^\r\n]*?(?<at>%~?[1-3](?!\w))/gi,
];

/** Where a label begins, or the file calls itself: arguments are its own from there on. */
const ownCalls = /^[ \t]*:[A-Za-z_]|%~?f?0"?[ \t]+[^\s>|&)]/im;

/** Where a batch file takes action, user or address off its arguments; of those that it hands to itself nothing is said. */
export function takenArgument(code: string): Span | undefined {
  const own = ownCalls.exec(code)?.index ?? code.length;
  if (/%~?f?0"?[ \t]+[^\s>|&)]/i.test(code)) return undefined;
  const found = takesArgument
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .filter(({ index }) => index < own)
    .sort((one, other) => one.index - other.index)
    .map((match): Span => {
      const at = match.groups?.at ?? '';
      const start = match.index + match[0].lastIndexOf(at);
      return { start, end: start + at.length };
    });
  return found[0];
}

/** Whether it reads a line of stdin by itself. */
export function readsStdin(code: string): boolean {
  return /\bset[ \t]+\/p\b(?![^\r\n]*<)|\bRead-Host\b|\bstdin\b|\[Console\]::In\b|\bReadLine\b|^[ \t]*@?(?:more|sort|findstr[ \t]+"\^")[ \t]*(?:>|\||$)/im.test(
    code,
  );
}

/** Where it reads all that execd writes, and more that never comes: `findstr "^"`, `more`, `sort` without a file. */
export function readsToEnd(code: string): Span | undefined {
  const [first] = matches(
    code,
    /^[ \t]*@?(?:findstr(?:[ \t]+\/\w+)*[ \t]+(?:\/c:)?"[^"\r\n]*"|more|sort(?:[ \t]+\/\w+)*)(?=[ \t]*(?:>|\||&|$))(?![^\r\n]*<)/gim,
  );
  return first?.span;
}

/** Whether it starts a program that may speak with execd in its place: none of which the whole code stands in it. */
export function startsProgram(code: string): boolean {
  if (/(?<!\b(?:powershell|pwsh|cmd|curl|net|netsh|taskkill|schtasks|reg))\.(?:exe|py|ps1|vbs)\b/i.test(code))
    return true;
  return new RegExp(front + runner, 'im').test(code) && !/\bConvertFrom-Json\b/i.test(code);
}

/** A program that is started with something else for its stdin than what execd writes. */
export interface CutOff {
  /** The program, as it is written. */
  readonly program: Span;
  /** What takes the place of execd's line: `echo … |`, `< nul`. */
  readonly instead: Span;
}

/** `echo %1 | powershell …`, `type file | python …`, `python … < nul`. */
export function cutOff(code: string): CutOff | undefined {
  if (readsStdin(code)) return undefined;
  const piped = new RegExp(
    String.raw`${front}(?<instead>(?:echo|type)\b[^\r\n|&]*\|)[ \t]*(?<program>${runner})`,
    'gim',
  );
  const redirected = new RegExp(
    String.raw`${front}(?<program>${runner})[^\r\n|&<]*(?<instead><[ \t]*nul\b)`,
    'gim',
  );
  for (const pattern of [piped, redirected]) {
    for (const { match } of matches(code, pattern)) {
      const at = (name: string): Span => {
        const part = match.groups?.[name] ?? '';
        const start = match.index + match[0].indexOf(part);
        return { start, end: start + part.length };
      };
      return { program: at('program'), instead: at('instead') };
    }
  }
  return undefined;
}

/** Where cmd.exe begins to print each command before it runs it: the first command, unless `echo off` stands before it. */
export function echoesFrom(code: string): Span | undefined {
  for (const { match, span } of matches(code, /^[ \t]*[^\s\r\n][^\r\n]*/gm)) {
    const [line] = match;
    if (/^[ \t]*@[ \t]*echo[ \t]+off\b/i.test(line)) return undefined;
    if (!/^[ \t]*[@:]/.test(line)) return span;
  }
  return undefined;
}

/**
 * Where it first prints: words of its own, or those of a program of Windows. A line with a variable in it may be what
 * execd is to get.
 */
export function saysFrom(code: string): Span | undefined {
  const words = /^[ \t]*@?echo[ \t]+(?!off\b|on\b|\{)[^\r\n%!><|&]*[^\s\r\n%!><|&)][ \t]*$/gim;
  const [first] = [...matches(code, words), ...matches(code, talkingLine)].sort(
    (one, other) => one.span.start - other.span.start,
  );
  return first?.span;
}
