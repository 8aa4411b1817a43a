import { type Expected, saidByScript } from './expected';
import type { Edit } from './finding';
import { shebang } from './language';

/**
 * The edit by which a script says what it should do: it changes the comment that is there, or puts one in where comments
 * may begin, which is below the lines that the kernel, Python and cmd look for at the top.
 */
export function sayExpected(fileName: string, text: string, what: Expected): Edit {
  const said = saidByScript(text);
  if (said.kind !== 'nothing') return { span: said.span, newText: what };
  const at = behindHead(text);
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const unfinished = /[^\n\uFEFF]$/.test(text.slice(0, at)) ? eol : '';
  return {
    span: { start: at, end: at },
    newText: `${unfinished}${commentSign(fileName, text)} wazuh-ar: ${what}${eol}`,
  };
}

/** Byte order mark, `#!`, the encoding of PEP 263, which counts in the first two lines, and cmd's `@echo off`. */
const head =
  /^\uFEFF?(?:[ \t]*#!.*(?:\r?\n|$))?(?:[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+.*(?:\r?\n|$))?(?:@echo off[ \t]*(?:\r?\n|$))?/i;

function behindHead(text: string): number {
  return head.exec(text)?.[0].length ?? 0;
}

function commentSign(fileName: string, text: string): string {
  if (/\.(?:cmd|bat)$/i.test(fileName)) return 'rem';
  return /^(?:node|deno|bun)$/.test(shebang(text)?.interpreter ?? '') ? '//' : '#';
}
