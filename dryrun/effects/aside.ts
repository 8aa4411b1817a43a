import { RESPONSE_LOG } from '../sandbox/seed/wazuh-home';

/** What tools keep for themselves: neither shown nor counted. */
const bookkeeping = [
  /^\/etc\/\.pwd\.lock$/,
  /^\/etc\/(?:passwd|shadow|group|gshadow|subuid|subgid)[-+]$/,
  /^\/run\/(?:mount|xtables\.lock)/,
  /\/__pycache__(?:\/|$)/,
];

const logs = [/^\/var\/ossec\/logs(?:\/|$)/, /^\/var\/log(?:\/|$)/, /\.log$/];

/** Whether a file is a log: of the responses, or one that a script keeps for itself. */
export function isLog(path: string): boolean {
  return logs.some((pattern) => pattern.test(path));
}

/** Where files come and go, and what lies there is soon gone anyhow. */
const passing = [/^\/(?:tmp|run|var\/run|var\/tmp|var\/lock|dev\/shm)(?:\/|$)/, /\.(?:lock|pid|tmp)$/];

/** Where a script remembers things for itself: nobody else reads a database of that kind. */
const memory = [/\.(?:db|sqlite3?|db3)(?:-(?:journal|wal|shm))?$/i, /\.(?:pickle|pkl)$/i];

/** Whether a changed file is worth showing. The log of the responses is shown apart. */
export function isShown(path: string): boolean {
  return path !== RESPONSE_LOG && !bookkeeping.some((pattern) => pattern.test(path));
}

/**
 * Whether a change of a file counts as something done to the host: not a log, a lock, a scratch file or what a script
 * remembers, unless the alert is about that very file.
 */
export function isLasting(path: string, named: readonly string[]): boolean {
  return (
    named.includes(path) ||
    (isShown(path) && ![...logs, ...passing, ...memory].some((pattern) => pattern.test(path)))
  );
}
