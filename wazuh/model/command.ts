import { lastChild, type Section, type Value } from './section';

/** A `<command>` section. Where a child is repeated the last one counts (config/active-response.c, 4.14.7). */
export interface Command {
  readonly section: Section;
  readonly name: Value | undefined;
  readonly executable: Value | undefined;
  readonly timeoutAllowed: Value | undefined;
  readonly extraArgs: Value | undefined;
  readonly expect: Value | undefined;
}

/** A command as read from its section. */
export function command(section: Section): Command {
  return {
    section,
    name: lastChild(section, 'name'),
    executable: lastChild(section, 'executable'),
    timeoutAllowed: lastChild(section, 'timeout_allowed'),
    extraArgs: lastChild(section, 'extra_args'),
    expect: lastChild(section, 'expect'),
  };
}

/** Whether its responses may have a `<timeout>`: only where the text is exactly `yes`; the default is no. */
export function allowsTimeout({ timeoutAllowed }: Command): boolean {
  return timeoutAllowed?.text === 'yes';
}

/**
 * The first complete definition of each name, in the order of the file: the one that counts
 * (`strcmp` over the list in ReadActiveResponses, config/active-response.c, 4.14.7).
 */
export function definitions(commands: readonly Command[]): ReadonlyMap<string, Command> {
  const first = new Map<string, Command>();
  for (const one of commands) {
    if (one.name && one.executable && !first.has(one.name.text)) first.set(one.name.text, one);
  }
  return first;
}
