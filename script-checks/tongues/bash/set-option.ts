import type { Command } from './command';

/** Options of the shell that a script turns on for itself, by the letter that `set` knows them by (bash(1), `set`). */
const options = { e: 'errexit', u: 'nounset' } as const;

/** Whether a command turns an option of the shell on: `set -e`, `set -euo pipefail`, `set -o errexit`. */
export function turnsOn({ name, words }: Command, letter: keyof typeof options): boolean {
  const said = words.map(({ text }) => text).join(' ');
  return (
    name === 'set' && new RegExp(`(?:^|\\s)-(?:[a-z]*${letter}|[a-z]*o\\s+${options[letter]})`).test(said)
  );
}
