import type { Language } from './language';

/**
 * The text with its comments blanked out, character for character, so that offsets stay. Strings are kept: the
 * handshake and the paths of the alert are written in them. Python's docstrings count as comments.
 */
export function withoutComments(text: string, language: Language): string {
  switch (language) {
    case 'python':
      return blank(text, pythonComments(text));
    case 'bash':
      return blank(text, bashComments(text));
    case 'powershell':
      return blank(text, powershellComments(text));
    case 'other':
      return text;
  }
}

type Ranges = Iterable<readonly [start: number, end: number]>;

function blank(text: string, ranges: Ranges): string {
  let out = '';
  let from = 0;
  for (const [start, end] of ranges) {
    out += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return out + text.slice(from);
}

const pythonToken =
  /'''[\s\S]*?(?:'''|$)|"""[\s\S]*?(?:"""|$)|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|#[^\n]*/g;

function* pythonComments(text: string): Ranges {
  for (const token of text.matchAll(pythonToken)) {
    const tripled = token[0].startsWith('"""') || token[0].startsWith("'''");
    const docstring =
      tripled && /(?:^|\n)[ \t]*[rRuU]?$/.test(text.slice(Math.max(0, token.index - 80), token.index));
    if (token[0].startsWith('#') || (docstring && !insideBrackets(text, token.index))) {
      yield [token.index, token.index + token[0].length];
    }
  }
}

/** Whether the line before ends inside an open call or list: then a string at a line's start is a value. */
function insideBrackets(text: string, offset: number): boolean {
  return /[([{,=\\]\s*$/.test(text.slice(Math.max(0, offset - 200), offset));
}

/** Quotes nest in bash: `"$(echo "a # b")"`. A stack of what is open tells a comment from a `#` in a word. */
function* bashComments(text: string): Ranges {
  const open: ('"' | '$(')[] = [];
  for (let i = 0; i < text.length; i++) {
    const inDouble = open.at(-1) === '"';
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '"') {
      if (inDouble) open.pop();
      else open.push('"');
    } else if (c === '$' && text[i + 1] === '(') {
      open.push('$(');
      i++;
    } else if (c === ')' && open.at(-1) === '$(') open.pop();
    else if (c === "'" && !inDouble) i = endOr(text, "'", i + 1);
    else if (c === '#' && !inDouble && (i === 0 || /[\s;&|(]/.test(text[i - 1] ?? ''))) {
      const end = endOr(text, '\n', i);
      yield [i, end];
      i = end - 1;
    }
  }
}

const powershellToken = /<#[\s\S]*?(?:#>|$)|'(?:''|[^'])*'?|"(?:`.|""|[^"`])*"?|#[^\n]*/g;

function* powershellComments(text: string): Ranges {
  for (const token of text.matchAll(powershellToken)) {
    if (/^(?:#|<#)/.test(token[0])) yield [token.index, token.index + token[0].length];
  }
}

/** Offset of `what` at or behind `from`, else the end of the text. */
function endOr(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
