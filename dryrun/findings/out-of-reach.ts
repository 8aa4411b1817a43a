import { difference } from '../effects/difference';
import { purpose } from '../effects/purpose';
import { shownReach } from '../effects/reach';
import type { Session, StepRecord } from '../session';
import { lastWords } from './finding';

/** What programs say of a network that gives them nothing. */
const unreachable =
  /connection ?(?:refused|reset|aborted|timed out|closed)|ConnectionError|RemoteDisconnected|name or service not known|name resolution|getaddrinfo|network is unreachable|no route to host|could not resolve|certificate.?verify|SSLError|SSLCertVerification|URLError|MaxRetryError|ProtocolError|banner/i;

/** What interpreters say where something is not in an answer that they expect there. */
const puzzled =
  /^(?:\w+\.)*(?:KeyError|IndexError|TypeError|AttributeError|ValueError|\w*JSONDecodeError|UnpicklingError|ParseError|StopIteration)\b|^jq: error|parse error/;

/**
 * What a start of the script wanted from the network and cannot have in the sandbox, where that is what ended it: nobody
 * was there, or the answer was not the one that only the real one gives. Undefined where it ended for another reason.
 */
export function outOfReach(step: StepRecord, session: Session): string | undefined {
  const { stderr, exit } = step.conversation;
  if (exit.code === 0 || exit.signal !== null) return undefined;
  const { reached, attempts } = difference(step.before, step.after, session.sandbox.original);
  const last = reached.at(-1);
  const tried = last ? shownReach(last) : attempts.at(-1);
  if (tried === undefined) return undefined;
  const words = lastWords(stderr);
  return unreachable.test(words) || (last && puzzled.test(words)) ? tried : undefined;
}

/** What a start of the script asked others, which give everybody the same made-up answer in the sandbox. */
export function askedOthers(step: StepRecord, session: Session): string | undefined {
  const { reached } = difference(step.before, step.after, session.sandbox.original);
  const asked = reached.find((reach) => purpose(reach, step.alert) === 'asks');
  return asked && shownReach(asked);
}
