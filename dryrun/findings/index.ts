import {
  type Finding,
  type FindingHeader,
  keepsFromStarting,
  type StaticFinding,
  spoilsEveryRun,
} from '../../script-checks';
import { actsBeforeContinue } from './acts-before-continue';
import { actsOnDelete } from './acts-on-delete';
import { actsOnce } from './acts-once';
import { badJsonCrash } from './bad-json-crash';
import { causes, causesInText, follows } from './causes';
import { chatterBeforeHandshake } from './chatter-before-handshake';
import { claimsWithoutAct } from './claims-without-act';
import { crashes } from './crashes';
import { cutsInput } from './cuts-input';
import { doesNotBlock } from './does-not-block';
import { brief, type RunCheck, type Trial } from './finding';
import { hitsAllowList } from './hits-allow-list';
import { ignoresAbort } from './ignores-abort';
import { injection } from './injection';
import { ipv4Only } from './ipv4-only';
import { keyChanges } from './key-changes';
import { keysInBuffer } from './keys-in-buffer';
import { manglesInput } from './mangles-input';
import { missingTool } from './missing-tool';
import { needsLog } from './needs-log';
import { neverReads } from './never-reads';
import { noDelete } from './no-delete';
import { noHandshake } from './no-handshake';
import { noLog } from './no-log';
import { noTargetCheck } from './no-target-check';
import { notReverted } from './not-reverted';
import { oldWords } from './old-words';
import { outputAfterAnswer } from './output-after-answer';
import { races } from './races';
import { readsToEof } from './reads-to-eof';
import { slow } from './slow';
import { syntaxError } from './syntax-error';
import { takesTooMuch } from './takes-too-much';
import { takesWrongField } from './takes-wrong-field';
import { weakKey } from './weak-key';
import { wrongField } from './wrong-field';

/** Characters. */
const LONGEST_EVIDENCE = 500;

/** Worst first. */
const checks: readonly RunCheck[] = [
  syntaxError,
  injection,
  neverReads,
  readsToEof,
  keysInBuffer,
  oldWords,
  noHandshake,
  chatterBeforeHandshake,
  actsBeforeContinue,
  ignoresAbort,
  weakKey,
  keyChanges,
  takesWrongField,
  wrongField,
  noTargetCheck,
  hitsAllowList,
  ipv4Only,
  doesNotBlock,
  manglesInput,
  cutsInput,
  noDelete,
  notReverted,
  takesTooMuch,
  actsOnDelete,
  actsOnce,
  races,
  outputAfterAnswer,
  claimsWithoutAct,
  badJsonCrash,
  missingTool,
  needsLog,
  crashes,
  slow,
  noLog,
];

/** The headers of everything that a run can show: one docs page each. */
export const runHeaders: readonly FindingHeader[] = checks;

/**
 * What is wrong with a script that was run: what the run shows, with the line of the text where the text shows it too,
 * and what the text alone shows. A run that ended early takes nothing back of what stands in the text.
 */
export function findings(trial: Trial): readonly Finding[] {
  const seen = allInRun(trial);
  const textCodes = trial.inText.map(({ code }) => code);
  const inText = trial.inText
    .filter(({ code }) => !seen.some((finding) => finding.code === code || saysMore(finding.code, code)))
    .map(plainFinding);
  const unread = seen.filter(({ code }) => code === syntaxError.code).map(({ code }) => code);
  return [...causes(seen, textCodes), ...causesInText(inText, [...textCodes, ...unread])];
}

/** Whether what a run shows is the same fault as one of the text, and what has come of it. */
function saysMore(inRun: string, text: string): boolean {
  return inRun === outputAfterAnswer.code && text === chatterBeforeHandshake.code;
}

/** What is wrong with a script that was not run: what its text shows. */
export function ofText(inText: readonly StaticFinding[]): readonly Finding[] {
  return causesInText(
    inText.map(plainFinding),
    inText.map(({ code }) => code),
  );
}

/** Faults of a script that spoil every run or keep it from being started, and that no run shows by itself. */
export function spoilers({ inText }: Trial): readonly Finding[] {
  return inText
    .filter(
      (finding) =>
        keepsFromStarting(finding) || (spoilsEveryRun(finding.code) && finding.code !== syntaxError.code),
    )
    .map(plainFinding);
}

function plainFinding({ code, message, evidence, line }: StaticFinding): Finding {
  return { code, message, evidence, line, seen: 'in the text' };
}

/** What a run shows of the faults that are asked for; of one that follows from another, that other. */
export function findingsOf(trial: Trial, codes: readonly string[]): readonly Finding[] {
  const seen = allInRun(trial);
  const asked = seen.filter(({ code }) => codes.includes(code));
  return causes(
    seen,
    trial.inText.map(({ code }) => code),
  ).filter((finding) => asked.includes(finding) || asked.some(({ code }) => follows(code, finding.code)));
}

function allInRun(trial: Trial): readonly Finding[] {
  return checks.flatMap((check) => inRun(check, trial));
}

function inRun(check: RunCheck, trial: Trial): readonly Finding[] {
  const seen = check.judge(trial);
  if (!seen) return [];
  const line = trial.inText.find(({ code }) => code === check.code)?.line ?? seen.line;
  const { message, evidence } = seen;
  return [
    {
      ...{ code: check.code, message, evidence: brief(evidence, LONGEST_EVIDENCE), seen: 'in a run' },
      ...(line === undefined ? {} : { line }),
    },
  ];
}
