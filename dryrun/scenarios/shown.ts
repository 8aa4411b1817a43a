import { t } from '@vscode/l10n';
import { features } from '../../wazuh/versions';
import { isLasting, isLog, isShown } from '../effects/aside';
import { difference } from '../effects/difference';
import type { Answer } from '../execd/execd';
import { deeds, inWords } from '../expectation/deeds';
import { fulfils } from '../expectation/expectation';
import type { Expected } from '../expectation/expected';
import { acts, named, strikes } from '../findings/acts';
import { findsTarget } from '../findings/compare';
import { ownWords } from '../findings/complaints';
import { brief, ending, some, type Trial } from '../findings/finding';
import { left } from '../reverted';
import type { StepRecord } from '../session';
import { type Judgement, notShown, passed } from '../verdict';

/** Whether a start did what the script is there for; of one that only logs, whether it did that. */
export function acted(step: StepRecord, trial: Trial): boolean {
  const expected = trial.expectation?.what;
  const done = deeds(step, trial.main);
  return expected === 'only logs' ? done.length === 0 && step.log.length > 0 : fulfils(done, expected);
}

/** What a start of the script did, to stand behind "it". */
export function deedsInWords(step: StepRecord, trial: Trial): string {
  const done = deeds(step, trial.main);
  if (done.length > 0) return inWords(done);
  return step.log.length === 0
    ? t('changed nothing on the host')
    : t('changed nothing on the host and wrote to its log');
}

/** The key under which execd remembers a response, as it is shown. */
export function key({ key }: Answer): string {
  return key.length > 60 ? `${key.slice(0, 59)}…` : key;
}

/** Of a response that was undone: whether all that was done was taken back. */
export function undone(trial: Trial): Judgement {
  const undo = trial.main.steps.findLast(({ step }) => step === 'delete');
  if (!undo) return notShown(t('It was not undone: execd had nothing pending for it.'));
  const after = Math.floor(undo.at / 1000);
  const verb = features(trial.version).verbs.delete;
  const [step] = trial.main.steps;
  if (!step || !acted(step, trial)) return notShown(t('It did not act, so there was nothing to take back.'));
  if (left(trial.main, named(trial)) !== undefined) {
    const scratch = scratchLeft(step, undo, trial);
    return passed(
      scratch.length === 0
        ? t('{0} came after {1} s and took back all that was done.', verb, after)
        : t(
            '{0} came after {1} s and took back what was done; left in scratch: {2}.',
            verb,
            after,
            some(scratch),
          ),
    );
  }
  return passed(
    t(
      '{0} came after {1} s: it {2}, which leaves nothing to take back.',
      verb,
      after,
      deedsInWords(step, trial),
    ),
  );
}

/** Scratch files that are still there after an undo. */
function scratchLeft(first: StepRecord, undo: StepRecord, trial: Trial): readonly string[] {
  return difference(first.before, undo.after, trial.main.sandbox.original)
    .files.filter(
      ({ path, after }) =>
        after?.kind === 'file' && isShown(path) && !isLog(path) && !isLasting(path, named(trial)),
    )
    .map(({ path }) => path);
}

/** Of a script that is to leave its target alone, or may: whether it said so, or acted on the target. */
export function declined(trial: Trial): Judgement {
  const [step] = trial.main.steps;
  if (!step) return notShown(t('Nothing was run.'));
  const seen = acts(step.before, step.after, trial.main, trial);
  // A file that only keeps the message is no deed.
  const done = deeds(step, trial.main).filter(
    ({ what }) => !/^(?:created|changed) \//.test(what) || seen.some((each) => each.startsWith(what)),
  );
  const struck = strikes(step.before, step.after, trial.main, trial);
  if (struck.length > 0 && trial.plain && !findsTarget(trial.plain))
    return notShown(
      t('It does the same whatever the alert names, so nothing is shown: {0}', some(struck, 2)),
    );
  if (done.length > 0) return passed(t('It {0}.', inWords(done)));
  const said = step.log.at(-1);
  return said === undefined
    ? notShown(t('It did nothing and said nothing ({0}).', ending(step)))
    : passed(t('It did nothing, and its log says: {0}', brief(ownWords(said, step) || said, 120)));
}

/** Of a script that is to leave its target alone: whether it did; what it tells people is no harm. */
export function leftAlone(trial: Trial): Judgement {
  const [step] = trial.main.steps;
  const harmless: readonly Expected[] = ['posts a message', 'scans the file'];
  const others = step ? deeds(step, trial.main).filter(({ kind }) => !harmless.includes(kind)) : [];
  if (others.length === 0) return declined(trial);
  if (step && strikes(step.before, step.after, trial.main, trial).length === 0)
    return passed(t('It left the host alone; in Wazuh’s own folder it {0}.', inWords(others)));
  return notShown(t('It goes by something else in the alert: it {0}.', inWords(others)));
}

/** Of a script that is to do what it does with the alert as it was given: whether it did. */
export function asPlain(trial: Trial): Judgement {
  const [step] = trial.main.steps;
  if (!step) return notShown(t('Nothing was run.'));
  return acted(step, trial)
    ? passed(t('As ever: it {0}.', deedsInWords(step, trial)))
    : notShown(t('It did not do what it does otherwise: it {0}.', deedsInWords(step, trial)));
}

/** Of a script that got no message: whether it ended by itself and did nothing. */
export function quiet(trial: Trial): Judgement {
  const [step] = trial.main.steps;
  if (!step) return notShown(t('Nothing was run.'));
  const done = deeds(step, trial.main).map(({ what }) => what);
  // Whoever never looks at the alert does the same with any line: that is no fault here, and no proof.
  return done.length === 0
    ? passed(t('It did nothing and ended by itself ({0}).', ending(step)))
    : notShown(t('It does the same with any line: {0}', some(done, 2)));
}
