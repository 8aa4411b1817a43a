/**
 * What shows that a value of an alert was taken for something else than text: a file of this name, which only a command
 * in the value can have made, or a line of this text, which only a newline in the value can have parted from the rest.
 */
export const CANARY = 'wazuh-canary';

/** A value of an alert that nobody should trust, and how it would do harm. */
export interface HostileValue {
  readonly value: string;
  readonly harm: 'runs' | 'leads elsewhere' | 'is taken for an option' | 'adds a line';
}

/** The file that a hostile value makes, in the script's working directory or where it leads. */
const touch = (name: string) => `touch ${CANARY}-${name}`;

/** Each for another place that it may end up in: bare, in single quotes, in double quotes, a path, an option, a file. */
export const hostileValues: readonly HostileValue[] = [
  {
    value: `x$(${touch('dollar')})\`${touch('backtick')}\`;${touch('semicolon')}\n${touch('newline')}\n#`,
    harm: 'runs',
  },
  { value: `x';${touch('single')};'`, harm: 'runs' },
  { value: `x";${touch('double')};"`, harm: 'runs' },
  { value: `${'../'.repeat(12)}tmp/${CANARY}-path`, harm: 'leads elsewhere' },
  { value: `--${CANARY}`, harm: 'is taken for an option' },
  { value: `\u202e\u00fc\u{1f4a9}\u0001\n${CANARY}\n`, harm: 'adds a line' },
];

/** Whether a path is one that only a hostile value can have made. */
export function isCanary(path: string): boolean {
  return new RegExp(`/${CANARY}-[a-z]+$`).test(path);
}
