import type { SyntaxNode } from '../../syntax/node';
import type { Code } from '../tongue';
import { commandAt, hasOption, literal, operands } from './command';

const shells = new Set(['sh', 'bash', 'dash', 'ksh', 'zsh', 'su', 'runuser']);
/** Interpreters, and the option behind which their program stands. */
const interpreters: Readonly<Record<string, string>> = {
  python: 'c',
  python3: 'c',
  perl: 'e',
  ruby: 'e',
  php: 'r',
  node: 'e',
};

/** What a command takes for code: its arguments for eval and ssh, the word behind `-c` for a shell. */
export function codeAt(node: SyntaxNode): readonly Code[] {
  const command = commandAt(node);
  if (!command) return [];
  const { name, words, before } = command;
  if (name === 'eval') return words.map((word) => ({ node: word, runner: 'eval' }));
  if (name === 'ssh') {
    const valued = ['-o', '-i', '-p', '-l', '-F', '-J', '-b', '-c', '-L', '-R', '-S'];
    // Whom it is said to may stand in the variable that names the command.
    return operands(words, valued)
      .slice(before.length > 0 ? 0 : 1)
      .map((word) => ({ node: word, runner: 'ssh' }));
  }
  const letter = shells.has(name) ? 'c' : interpreters[name];
  if (letter === undefined || !hasOption(words, letter)) return [];
  const at = words.findIndex((word) => new RegExp(`^-[a-z]*${letter}$`).test(literal(word) ?? ''));
  const program = words[at + 1];
  return at === -1 || !program ? [] : [{ node: program, runner: `${name} -${letter}` }];
}
