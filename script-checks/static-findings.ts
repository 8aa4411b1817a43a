import { baseName } from './base-name';
import { actsBeforeContinue } from './checks/acts-before-continue';
import { argvProtocol } from './checks/argv-protocol';
import { badJsonCrash } from './checks/bad-json-crash';
import { badShebang } from './checks/bad-shebang';
import { chatterBeforeHandshake } from './checks/chatter-before-handshake';
import type { ScriptCheck } from './checks/check';
import { crashes } from './checks/crashes';
import { crlf } from './checks/crlf';
import { ignoresAbort } from './checks/ignores-abort';
import { injection } from './checks/injection';
import { keysInBuffer } from './checks/keys-in-buffer';
import { manglesInput } from './checks/mangles-input';
import { missingTool } from './checks/missing-tool';
import { needsLog } from './checks/needs-log';
import { neverReads } from './checks/never-reads';
import { neverRuns } from './checks/never-runs';
import { noDelete } from './checks/no-delete';
import { noHandshake } from './checks/no-handshake';
import { notExecutable } from './checks/not-executable';
import { notRead } from './checks/not-read';
import { races } from './checks/races';
import { readsToEof } from './checks/reads-to-eof';
import { slow } from './checks/slow';
import { syntaxError } from './checks/syntax-error';
import { takesTooMuch } from './checks/takes-too-much';
import { takesWrongField } from './checks/takes-wrong-field';
import { undoesItself } from './checks/undoes-itself';
import { unknownExpectation } from './checks/unknown-expectation';
import { weakKey } from './checks/weak-key';
import { wrongField } from './checks/wrong-field';
import { compiledFor } from './compiled';
import type { FindingHeader, StaticFinding } from './finding';
import type { Knowledge } from './knowledge';
import { lineFinder, lineOf, orTooMuch, type Script } from './script';
import { followsAnyStart, spoilsEveryRun } from './spoilers';

/** Every check, what keeps a script from starting first. */
export const staticChecks: readonly ScriptCheck[] = [
  badShebang,
  crlf,
  notExecutable,
  notRead,
  syntaxError,
  neverRuns,
  argvProtocol,
  neverReads,
  readsToEof,
  manglesInput,
  noHandshake,
  keysInBuffer,
  chatterBeforeHandshake,
  actsBeforeContinue,
  ignoresAbort,
  noDelete,
  injection,
  crashes,
  badJsonCrash,
  missingTool,
  weakKey,
  slow,
  races,
  wrongField,
  takesWrongField,
  takesTooMuch,
  undoesItself,
  needsLog,
  unknownExpectation,
];

/** The headers of everything that `staticFindings` can say: one docs page each. */
export const staticHeaders: readonly FindingHeader[] = staticChecks;

/** The header of a code that the text can show. @throws Error for any other code */
export function staticHeader(wanted: string): FindingHeader {
  const found = staticHeaders.find(({ code }) => code === wanted);
  if (!found) throw new Error(`No check of texts has the code ${wanted}`);
  const { code, title, explanation } = found;
  return { code, title, explanation };
}

/**
<<<<<<< HEAD
 * What is wrong with a script as far as its text shows, in the order of the text. Of a language that is not
 * read only what holds for any file. Whether it is an active-response script at all is `looksLikeActiveResponse`'s question: ask it first.
 */
export function staticFindings(script: Script, known: Knowledge = {}): readonly StaticFinding[] {
  const { text } = script;
  const lineAt = lineFinder(text);
  const found = (script.language === 'other' ? [notExecutable] : staticChecks)
=======
 * What is wrong with a script as far as its text shows, in the order of the text. Empty for languages that are not
 * read; for a text that is not, only that. Whether it is an active-response script at all is `looksLikeActiveResponse`'s question: ask it first.
 */
export function staticFindings(script: Script, known: Knowledge = {}): readonly StaticFinding[] {
  return orTooMuch(script, (each) => findingsOf(each, known));
}

function findingsOf(script: Script, known: Knowledge): readonly StaticFinding[] {
  if (script.language === 'other' && !script.unread) return [];
  const { text } = script;
  const lineAt = lineFinder(text);
  const found = (script.unread ? [notRead] : staticChecks)
>>>>>>> h-lsp
    .flatMap((check) =>
      [...check.run(script, known)].map(
        ({ span: { start, end }, message, fixes }): StaticFinding => ({
          code: check.code,
          message,
          // Nobody reads the first line of a compiled program.
          evidence: compiledFor(text) === undefined ? lineOf(text, start) : baseName(script.fileName),
          line: lineAt(start),
          span: { start, end },
          ...(fixes && fixes.length > 0 && { fixes }),
          seen: 'in the text',
        }),
      ),
    )
    .sort((a, b) => a.span.start - b.span.start);
  // Of a text that cannot be read only that is sure which is about the file.
  if (found.some(({ code }) => code === syntaxError.code))
    return found.filter(({ code }) => aboutTheFile.has(code));
  return found.some(({ code }) => spoilsEveryRun(code))
    ? found.filter(({ code }) => !followsAnyStart.includes(code))
    : found;
}

/** What may be told beside a syntax error: it is about the file, not about what stands in it. */
export const aboutTheFile: ReadonlySet<string> = new Set(
  [syntaxError, badShebang, crlf, notExecutable].map(({ code }) => code),
);
