import type { Knowledge } from './knowledge';
import type { Script } from './script';

/**
 * Whether a script that reads nothing of what execd sends is meant as a response all the same: a configuration runs it, it
 * lies where execd looks for it, or it speaks of Wazuh, be it in a comment. Any other may be started by anybody.
 */
export function isMeantAsResponse({ text, fileName }: Script, { stateful, alerts }: Knowledge): boolean {
  return (
    stateful === true ||
    (alerts?.length ?? 0) > 0 ||
    /active-response|wazuh|ossec/i.test(text) ||
    /(?:^|[\\/])active-response[\\/]/.test(fileName)
  );
}
