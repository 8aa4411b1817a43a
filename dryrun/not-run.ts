import { t } from '@vscode/l10n';
import {
  compiledFor,
  elsewhere,
  type Finding,
  type Script,
  type StaticFinding,
  systemName,
} from '../script-checks';
import { type Expectation, expectationOfText } from './expectation/expectation';
import type { Expected } from './expectation/expected';
import { ofText } from './findings';
import type { Report } from './report';
import type { DryRunRequest } from './request';
import { type Judgement, notShown } from './verdict';

/** A script that is for another system than this machine's: it is judged by its text alone. */
export interface NotRun extends Judgement {
  readonly expectation: Expectation | undefined;
  /** What its text shows. */
  readonly findings: readonly Finding[];
}

/** Why a script is not run here; undefined for one that is. What it would do here says nothing of what it does there. */
export function whyNotRun(script: Script): string | undefined {
  const found = elsewhere(script);
  if (!found || found.system === thisSystem()) return undefined;
  if (compiledFor(script.text) !== undefined)
    return t(
      'It is a compiled program for {0}: it is not run here, and it has no text to judge. Try it on a machine with {0}.',
      systemName(found.system),
    );
  return t(
    'It is for {0} ({1}): it is not run here; what its text shows was judged. Try it on a machine with {0}.',
    systemName(found.system),
    found.reason,
  );
}

function thisSystem(): 'windows' | 'macos' | 'linux' {
  return process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'macos' : 'linux';
}

/** What is known of a script that is not run here; undefined for one that is. */
export function notRun(
  script: Script,
  inText: readonly StaticFinding[],
  expected: Expected | undefined,
): NotRun | undefined {
  const why = whyNotRun(script);
  if (why === undefined) return undefined;
  const { text, code } = script;
  return {
    ...notShown(why),
    expectation: expectationOfText({ text, code, expected }),
    findings: ofText(inText),
  };
}

/** The report of a script that is not run here. */
export function reportNotRun(
  { verdict, why, expectation, findings }: NotRun,
  { script, scenario, timeout }: DryRunRequest,
  ms: number,
): Report {
  return {
    script,
    scenario: scenario ?? (timeout === 0 ? 'add' : 'add-delete'),
    sandbox: 'not run',
    verdict,
    expected: expectation?.what ?? null,
    expectedFrom: expectation?.from ?? null,
    why,
    transcript: [],
    effects: [],
    reverted: null,
    proof: { kind: 'none', reason: t('The script was not run.') },
    findings,
    log: [],
    exit: { code: null, signal: null },
    steps: [],
    lent: [],
    whole: true,
    ms: Math.round(ms),
  };
}
