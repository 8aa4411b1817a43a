import type { SyntaxNode } from '../../syntax/node';
import type { EndlessWait } from '../tongue';
import { type Command, commandAt, literal, said } from './command';
import { isInBackground } from './streams';

/** How a program is given a limit: what shows that it has one, and what to write behind its name. */
interface Limit {
  readonly has: RegExp;
  readonly words: string;
}

const limits: Readonly<Record<string, Limit>> = {
  curl: { has: /(?:^|\s)(?:-[a-zA-Z]*m|--max-time|--speed-time|-K|--config)/, words: '--max-time 10' },
  wget: { has: /(?:^|\s)(?:-[a-zA-Z]*T|--timeout|--read-timeout)/, words: '--timeout=10 --tries=1' },
  ssh: { has: /ConnectTimeout|(?:^|\s)-[FOG]/, words: '-o ConnectTimeout=10' },
  scp: { has: /ConnectTimeout|(?:^|\s)-F/, words: '-o ConnectTimeout=10' },
  sftp: { has: /ConnectTimeout|(?:^|\s)-F/, words: '-o ConnectTimeout=10' },
};

/** A call of a program that waits for somebody else without an end. */
export function endlessWait(node: SyntaxNode): EndlessWait | undefined {
  const command = commandAt(node);
  const limit = command && Object.hasOwn(limits, command.name) ? limits[command.name] : undefined;
  if (!command || !limit || command.bounded || limit.has.test(wordsOf(command))) return undefined;
  if (mayHoldOptions(command) || staysHere(command) || isLeftAlone(node)) return undefined;
  const at = { start: command.nameNode.end, end: command.nameNode.end };
  // Where the name is a variable, the limit belongs into it.
  const isPlain = literal(command.nameNode) !== undefined;
  return { node, caller: command.name, limit: isPlain ? [{ span: at, newText: ` ${limit.words}` }] : [] };
}

function wordsOf({ before, words }: Command): string {
  return [...before, ...words.map((word) => said(word) ?? word.text)].join(' ');
}

/** Whether a word may be an option that the text does not tell: `$OPTIONS`, `"${options[@]}"`, `"$@"`. */
function mayHoldOptions({ words }: Command): boolean {
  return words.some(
    (word) =>
      /\[[@*]\]\}"?$|^"?\$[@*]"?$/.test(word.text) ||
      (/^\$\{?\w*(?:opt|arg|flag|param)/i.test(word.text) && said(word) === undefined),
  );
}

/** `curl --version`, and what asks no other machine. */
function staysHere({ words }: Command): boolean {
  const texts = words.map((word) => literal(word) ?? word.text);
  return texts.length === 0 || texts.some((text) => /^(?:-V|--version|-h|--help|file:)/.test(text));
}

/** Whether nobody waits for it: it, or something around it, is started with `&`. */
function isLeftAlone(node: SyntaxNode): boolean {
  for (let outer: SyntaxNode | undefined = node; outer; outer = outer.parent)
    if (isInBackground(outer)) return true;
  return false;
}
