import type { Call } from './snapshot';

/** Words that do something to a thing, and those that take it back; the rest of the words say what it is done to. */
interface Pair {
  readonly command: RegExp;
  readonly does: RegExp;
  readonly takesBack: RegExp;
}

/** Commands of which the dry run sees only how they were called, where one call takes back what another has done. */
const pairs: readonly Pair[] = [
  { command: /^systemctl$/, does: /^(?:stop|mask|disable)$/, takesBack: /^(?:start|unmask|enable|restart)$/ },
  { command: /^service$/, does: /^stop$/, takesBack: /^(?:start|restart)$/ },
  { command: /^(?:docker|podman)$/, does: /^(?:stop|pause|kill)$/, takesBack: /^(?:start|unpause|restart)$/ },
  { command: /^kubectl$/, does: /^cordon$/, takesBack: /^uncordon$/ },
  { command: /^fail2ban-client$/, does: /^banip$/, takesBack: /^unbanip$/ },
  { command: /^nmcli$/, does: /^(?:off|down|disconnect)$/, takesBack: /^(?:on|up|connect)$/ },
  { command: /^usermod$/, does: /^(?:-L|--lock)$/, takesBack: /^(?:-U|--unlock)$/ },
  { command: /^passwd$/, does: /^(?:-l|--lock)$/, takesBack: /^(?:-u|--unlock)$/ },
  { command: /^chattr$/, does: /^\+i$/, takesBack: /^-i$/ },
  { command: /^ip$/, does: /^down$/, takesBack: /^up$/ },
];

/**
 * The calls that are still in force, in order, told as their words: those of the pairs that no later call has taken back.
 * Calls that belong to no pair are left out: whether they want undoing cannot be told.
 */
export function standing(calls: readonly Call[]): readonly string[] {
  const open = new Map<string, string>();
  for (const { kind, words } of calls) {
    const [command = '', ...rest] = words;
    const pair = kind === 'acts' ? pairs.find((each) => each.command.test(command)) : undefined;
    if (!pair) continue;
    const isVerb = (word: string) => pair.does.test(word) || pair.takesBack.test(word);
    const about = [
      command,
      ...rest.filter((word) => !isVerb(word) && !/^--?(?:now|quiet|q|f|force)$/.test(word)),
    ].join(' ');
    if (rest.some((word) => pair.takesBack.test(word))) open.delete(about);
    else if (rest.some((word) => pair.does.test(word))) open.set(about, words.join(' '));
  }
  return [...open.values()];
}
