import { t } from '@vscode/l10n';
import type { Finding } from '../script-checks';
import { findingsOf, spoilers } from './findings';
import type { Trial } from './findings/finding';
import { plainly } from './judging';
import { everyScenarioFails, type JudgedScenario, type ScenarioName } from './scenarios/scenario';
import { failed, type Judgement, notShown } from './verdict';

/** A scenario that was judged. */
export interface Judged extends Judgement {
  /** What makes it fail: nothing that an earlier scenario was blamed for. */
  readonly findings: readonly Finding[];
}

/**
 * The verdict of a scenario. One cause reddens one thing: what an earlier scenario was blamed for keeps this one from
 * showing anything, and is not blamed again.
 * @param trials one for each host that it was played on: the worst counts
 * @param earlier the scenarios that failed before this one, by the codes of what they were blamed for
 */
export function judgeScenario(
  scenario: JudgedScenario,
  trials: readonly Trial[],
  earlier: ReadonlyMap<string, ScenarioName> = new Map(),
): Judged {
  const all = trials.map((trial) => judgeTrial(scenario, trial, earlier));
  const worst =
    all.find(({ verdict }) => verdict === 'failed') ?? all.find(({ verdict }) => verdict === 'not shown');
  if (worst) return worst;
  const [first] = all;
  if (!first) return { ...notShown(t('Nothing was run.')), findings: [] };
  // Each host has shown something of its own.
  const [why, ...more] = new Set(all.map((each) => each.why));
  return why === undefined || more.length === 0 ? first : { ...first, why: inOne([why, ...more]) };
}

/** Several sentences as one. */
function inOne(sentences: readonly string[]): string {
  return `${sentences.map((sentence) => sentence.replace(/\.$/, '')).join('; ')}.`;
}

function judgeTrial(
  scenario: JudgedScenario,
  trial: Trial,
  earlier: ReadonlyMap<string, ScenarioName>,
): Judged {
  const found = [...spoilers(trial), ...findingsOf(trial, [...everyScenarioFails, ...scenario.looksFor])];
  const fresh = found.filter(({ code }) => !earlier.has(code));
  const [worst] = fresh;
  if (worst) return { ...failed(firstSentence(worst.message)), findings: fresh };
  // That nothing is logged keeps nothing else from being seen.
  const [known] = found.filter(({ code }) => code !== 'no-log');
  if (known) {
    const by = earlier.get(known.code) ?? scenario.name;
    return {
      ...notShown(
        t('It comes to nothing for the cause that {0} shows: {1}. Mend that first.', by, known.code),
      ),
      findings: [],
    };
  }
  const plain = plainly(trial);
  const judgement =
    plain.verdict === 'passed' || scenario.name === 'add'
      ? scenario.shown(trial)
      : notShown(t('Nothing is shown by this while a plain add does not do what the script is there for.'));
  return { ...judgement, findings: [] };
}

/** A verdict that says where it is about runs alone: what is wrong in the text would not be seen then. */
export function withUnread(judged: Judged, { unread }: Trial): Judged {
  return unread === undefined || judged.verdict === 'failed'
    ? judged
    : { ...judged, why: `${judged.why} ${unread}` };
}

/** The first sentence of a finding's message stands alone as a heading. */
export function firstSentence(message: string): string {
  return /^.*?\.(?=\s|$)/s.exec(message)?.[0] ?? message;
}
