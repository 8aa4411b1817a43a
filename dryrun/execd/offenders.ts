/** How often each key was seen since execd started, less one. In memory only: a restart forgets. */
export type Offences = ReadonlyMap<string, number>;

/**
 * The minutes of `<repeated_offenders>`: five at most, each as C's atoi reads it, up to the first zero
 * (src/os_execd/config.c, 4.14.7).
 */
export function offenderMinutes(text: string): readonly number[] {
  const minutes = text
    .split(',')
    .slice(0, 5)
    .filter((part) => /[^ \t]/.test(part))
    .map((part) => Number.parseInt(part, 10) || 0);
  const end = minutes.indexOf(0);
  return end === -1 ? minutes : minutes.slice(0, end);
}

/**
 * The timeout of one more response under a key, in seconds. The first takes `timeout` itself, the next ones the listed
 * minutes in turn, and the last of them from then on. Without a list, and for timeout 0, nothing is counted.
 */
export function offend(
  offences: Offences,
  key: string,
  timeout: number,
  minutes: readonly number[],
): { readonly timeout: number; readonly offences: Offences } {
  if (timeout === 0 || minutes.length === 0) return { timeout, offences };
  const seen = offences.get(key);
  if (seen === undefined) return { timeout, offences: new Map(offences).set(key, 0) };
  const listed = minutes[Math.min(seen, minutes.length - 1)] ?? 0;
  return { timeout: listed * 60, offences: new Map(offences).set(key, Math.min(seen + 1, minutes.length)) };
}
