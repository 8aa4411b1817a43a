import type { SyntaxNode } from '../../syntax/node';

/** What a word of the shell says to the program that gets it, and where each character of it stands in the script. */
export interface Said {
  readonly text: string;
  /** Offset in the script of a character of the text; of its end for what lies behind. */
  at(offset: number): number;
}

/** What stands in a text for a variable whose value is not known: its name between two characters that nobody writes. */
export const [opening, closing] = ['\ue000', '\ue001'];

/** The names of the variables whose values a text lacks. */
export function lacking(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`${opening}([^${closing}]*)${closing}`, 'g'))].map(
    ([, name = '']) => name,
  );
}

/** The variable that a text consists of, but for blanks. */
export function onlyVariable(text: string): string | undefined {
  return new RegExp(`^\\s*${opening}([^${closing}]+)${closing}\\s*$`).exec(text)?.[1];
}

/** What a variable says, where that is known. */
export type Resolve = (name: string) => Said | undefined;

const expansions =
  /^(?:simple_expansion|expansion|command_substitution|process_substitution|arithmetic_expansion)$/;

/** What a word says, without quotes and escapes. */
export function said(word: SyntaxNode, resolve: Resolve): Said {
  const text: string[] = [];
  const places: number[] = [];
  const put = (characters: string, from: number) => {
    for (let at = 0; at < characters.length; at++) {
      text.push(characters[at] ?? '');
      places.push(from + at);
    }
  };
  /** @param escapes what a backslash takes the meaning from; undefined where it stands for itself */
  const plain = (from: number, to: number, escapes: RegExp | undefined) => {
    for (let at = from; at < to; at++) {
      const [character = '', next = ''] = [word.text[at - word.start], word.text[at - word.start + 1]];
      if (character !== '\\' || at + 1 >= to || !escapes?.test(next)) {
        put(character, at);
        continue;
      }
      at++;
      if (next !== '\n') put(next, at);
    }
  };
  const expanded = (node: SyntaxNode) => {
    const name = nameIn(node);
    const known = name === undefined ? undefined : resolve(name);
    if (known) {
      for (let at = 0; at < known.text.length; at++) {
        text.push(known.text[at] ?? '');
        places.push(known.at(at));
      }
      return;
    }
    for (const character of `${opening}${name ?? ''}${closing}`) {
      text.push(character);
      places.push(node.start);
    }
  };
  /** Parts of a node that are expanded, and the text between them. */
  const mixed = (node: SyntaxNode, from: number, to: number, escapes: RegExp | undefined) => {
    let at = from;
    for (const each of node.children.filter(({ type }) => expansions.test(type))) {
      plain(at, each.start, escapes);
      expanded(each);
      at = each.end;
    }
    plain(at, to, escapes);
  };
  const walk = (node: SyntaxNode): void => {
    if (node.type === 'raw_string') put(node.text.slice(1, -1), node.start + 1);
    else if (node.type === 'ansi_c_string') plain(node.start + 2, node.end - 1, /[\\'"]/);
    else if (node.type === 'string' || node.type === 'translated_string')
      mixed(node, node.start + node.text.indexOf('"') + 1, node.end - 1, /["\\$`\n]/);
    else if (node.type === 'heredoc_body')
      mixed(node, node.start, node.end, isRaw(node) ? undefined : /[\\$`\n]/);
    else if (expansions.test(node.type)) expanded(node);
    else if (node.type === 'concatenation' || (node.type === 'command_name' && node.children.length > 0))
      for (const each of node.children) walk(each);
    else plain(node.start, node.end, /./s);
  };
  walk(word);
  const whole = text.join('');
  return { text: whole, at: (offset) => places[offset] ?? (places.at(-1) ?? word.end - 1) + 1 };
}

/** The variable that an expansion is of. */
export function nameIn(node: SyntaxNode): string | undefined {
  if (node.type === 'simple_expansion') return node.text.slice(1);
  return node.type === 'expansion' ? /^\$\{(\w+|[@*])/.exec(node.text)?.[1] : undefined;
}

/** Whether the delimiter of a heredoc is quoted, so that nothing in it is expanded. */
function isRaw(body: SyntaxNode): boolean {
  const start = body.parent?.children.find(({ type }) => type === 'heredoc_start');
  return /['"\\]/.test(start?.text ?? '');
}
