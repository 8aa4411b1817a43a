import { badShebang } from './checks/bad-shebang';
import { chatterBeforeHandshake } from './checks/chatter-before-handshake';
import type { ScriptCheck } from './checks/check';
import { crlf } from './checks/crlf';
import { manglesInput } from './checks/mangles-input';
import { noHandshake } from './checks/no-handshake';
import { readsToEof } from './checks/reads-to-eof';
import { weakKey } from './checks/weak-key';
import { wrongField } from './checks/wrong-field';
import type { FindingHeader, StaticFinding } from './finding';
import type { Knowledge } from './knowledge';
import { lineAt, lineOf, type Script } from './script';

const checks: readonly ScriptCheck[] = [
  badShebang,
  crlf,
  readsToEof,
  manglesInput,
  noHandshake,
  chatterBeforeHandshake,
  weakKey,
  wrongField,
];

/** The headers of everything that `staticFindings` can say: one docs page each. */
export const staticHeaders: readonly FindingHeader[] = checks;

/**
 * What is wrong with a script as far as its text shows, in the order of the text. Empty for languages that are not
 * read. Whether it is an active-response script at all is `looksLikeActiveResponse`'s question: ask it first.
 */
export function staticFindings(script: Script, known: Knowledge = {}): readonly StaticFinding[] {
  if (script.language === 'other') return [];
  const { text } = script;
  return checks
    .flatMap((check) =>
      [...check.run(script, known)].map(
        ({ span, message }): StaticFinding => ({
          code: check.code,
          message,
          evidence: lineOf(text, span.start),
          line: lineAt(text, span.start),
          span,
          seen: 'in the text',
        }),
      ),
    )
    .sort((a, b) => a.span.start - b.span.start);
}
