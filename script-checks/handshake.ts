import type { Script } from './script';

/** Whether a script asks execd with `check_keys` before it acts. A mention in a comment is none. */
export function sendsKeys(script: Script): boolean {
  return handshakeAt(script) !== undefined;
}

/** Offset of the first `check_keys` outside comments. */
export function handshakeAt(script: Script): number | undefined {
  const at = script.code.indexOf('check_keys');
  return at === -1 ? undefined : at;
}
