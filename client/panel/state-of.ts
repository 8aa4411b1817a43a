import { t } from '@vscode/l10n';
import { expectationWords, type Finding, type Report, type TranscriptLine, type Verdict } from '../../dryrun';
import { conversation } from './conversation';
import { effectGroups } from './effects';
import { proofPicture } from './proof';
import type { Badge, FindingRow, Judged, PanelState, Row, Subject } from './state';

/** What is being run, as far as the panel tells it. */
export interface Trial {
  readonly subject: Subject;
  /** Seconds until delete; 0 for a stateless run. */
  readonly timeout: number;
}

/** The panel while the script runs: what has been said so far, and what comes next where the run waits for the user. */
export function running(trial: Trial, transcript: readonly TranscriptLine[], next?: string): PanelState {
  const told = conversation({ transcript, effects: [], steps: [], timeout: trial.timeout });
  return {
    kind: 'running',
    subject: trial.subject,
    verdict: { tone: 'plain', text: next === undefined ? t('Running…') : t('Waiting for you') },
    conversation: next === undefined ? told : [...told, held(next)],
  };
}

function held(text: string): Row {
  return { kind: 'held', text, next: t('Next Step'), toEnd: t('To the End') };
}

/** The panel when a run was cancelled or could not begin. `reason` says why, and what to do. */
export function stopped(
  trial: Trial,
  why: 'cancelled' | 'failed',
  reason: string,
  transcript: readonly TranscriptLine[],
): PanelState {
  return {
    kind: 'stopped',
    subject: trial.subject,
    verdict: { tone: 'warn', text: why === 'cancelled' ? t('Cancelled') : t('Could not run') },
    reason,
    conversation: conversation({ transcript, effects: [], steps: [], timeout: trial.timeout }),
  };
}

/** The panel when the run is over. `fixes`: the title of the editor's quick fix, by the finding's code. */
export function finished(
  trial: Trial,
  report: Report,
  fixes: ReadonlyMap<string, string> = new Map(),
): PanelState {
  return {
    kind: 'finished',
    subject: trial.subject,
    verdict: verdict(report),
    sandbox: sandbox(report),
    conversation: conversation({ ...report, timeout: trial.timeout }),
    judged: judged(report),
    findings: report.findings.map((finding) => findingRow(finding, fixes.get(finding.code))),
    noFindings: noFindings(report.verdict),
    proof: proofPicture(report.proof),
    reverted: reverted(report.reverted),
    effects: effectGroups(report),
    incomplete: report.whole
      ? ''
      : t('The script wrote more than could be looked at: changes are missing here.'),
    log: report.log,
    errors: report.steps
      .map(({ stderr }) => stderr.trimEnd())
      .filter(Boolean)
      .join('\n'),
    took: t('{0} s', (report.ms / 1000).toFixed(1)),
  };
}

function verdict({ verdict: word, findings, why }: Report): Badge {
  const many =
    findings.length === 0
      ? undefined
      : findings.length === 1
        ? t('1 finding')
        : t('{0} findings', findings.length);
  const badges: Readonly<Record<Verdict, Badge>> = {
    passed: { tone: 'good', text: t('Passed') },
    failed: { tone: 'bad', text: t('Failed') },
    'not shown': { tone: 'open', text: t('Not shown'), hint: why },
  };
  const badge = badges[word];
  return { ...badge, text: [badge.text, many].filter(Boolean).join(' · ') };
}

function judged({ verdict: word, expected, expectedFrom, why, findings }: Report): Judged {
  return {
    expected:
      expected && expectedFrom
        ? t('Expected: {0}.', expectationWords({ what: expected, from: expectedFrom }))
        : t('What it is there for is not known: neither the run nor its text shows it.'),
    // The first finding says it, and more.
    why: findings.length > 0 && word !== 'not shown' ? '' : why,
    open: word === 'not shown',
  };
}

function noFindings(word: Verdict): string {
  switch (word) {
    case 'passed':
      return t('Nothing wrong was found.');
    case 'failed':
      return t('Nothing else.');
    case 'not shown':
      return t('Nothing wrong was seen, and nothing right either.');
  }
}

function sandbox({ sandbox: kind, lent }: Report): Badge {
  if (kind === 'not run')
    return {
      tone: 'open',
      text: t('Not run'),
      hint: t('The script is for another system, so its text alone was judged.'),
    };
  return kind === 'overlay'
    ? {
        tone: 'good',
        text: t('Sandbox: nothing outside was changed'),
        hint: [
          t(
            'The script saw a made-up host with the programs of this machine, and a network of its own in which everybody only plays along. All of it is gone.',
          ),
          ...(lent.length > 0 ? [t('Lent, as this machine has none: {0}.', lent.join(', '))] : []),
        ].join(' '),
      }
    : {
        tone: 'warn',
        text: t('Not a sandbox'),
        hint: t(
          'The script ran on this machine. What it changed outside its own copy of Wazuh’s folder is changed, and is not listed here.',
        ),
      };
}

function reverted(back: boolean | null): Badge | undefined {
  if (back === null) return undefined;
  return back
    ? { tone: 'good', text: t('delete took everything back') }
    : { tone: 'bad', text: t('delete did not take everything back') };
}

function findingRow(finding: Finding, fix: string | undefined): FindingRow {
  const { title, rest } = firstSentence(finding.message);
  return {
    code: finding.code,
    title,
    rest,
    evidence: finding.evidence,
    seen: finding.seen === 'in a run' ? t('seen in the run') : t('seen in the text'),
    place:
      finding.line === undefined ? undefined : { line: finding.line, text: t('Line {0}', finding.line + 1) },
    fix,
  };
}

/** Cuts a message behind its first sentence, so that the list can be read by its first lines. */
export function firstSentence(message: string): { readonly title: string; readonly rest: string } {
  const end = /[.!?](?=\s+\S)/.exec(message);
  if (!end) return { title: message, rest: '' };
  return { title: message.slice(0, end.index + 1), rest: message.slice(end.index + 1).trim() };
}
