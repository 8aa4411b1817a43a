import { t } from '@vscode/l10n';
import { type Deed, inWords } from './expectation/deeds';
import { firstDeeds, fulfils } from './expectation/expectation';
import { expectedWords } from './expectation/expected';
import { absent } from './findings/absent';
import { complaint } from './findings/complaints';
import { brief, ending, type Trial } from './findings/finding';
import { askedOthers, outOfReach } from './findings/out-of-reach';
import type { StepRecord } from './session';
import { failed, type Judgement, notShown, passed } from './verdict';

/**
 * Whether a plain start did what the script is there for: the one question before all others. A scenario about a script
 * that was not seen to do anything says nothing about it.
 */
export function plainly(trial: Trial): Judgement {
  const { plain = trial } = trial;
  const [step] = plain.main.steps;
  if (!step) return notShown(t('Nothing was run.'));
  const expected = trial.expectation?.what;
  const done = firstDeeds(plain.main);
  if (expected === 'only logs') return onlyLogs(step, done);
  if (fulfils(done, expected)) return passed(t('It {0}.', inWords(done)));
  const lack = absent(step);
  if (lack !== undefined)
    return notShown(
      t(
        '{0} is not on this machine, so nothing can be seen of what it does. Install it, and try again.',
        lack,
      ),
    );
  const border = acrossFolders(step);
  if (border !== undefined)
    return notShown(
      t(
        'It renames a file from one folder at the top to another, which the sandbox keeps apart as many hosts do: {0}. Move it (shutil.move), which works everywhere.',
        brief(border),
      ),
    );
  const beyond =
    outOfReach(step, plain.main) ?? (done.length === 0 ? askedOthers(step, plain.main) : undefined);
  if (beyond !== undefined)
    return notShown(
      t(
        'It went by what others answer, and in the sandbox everybody gives the same made-up answer: {0}. Try it where the real one can be reached.',
        brief(beyond),
      ),
    );
  const aim = expected === undefined ? '' : ` ${t('Expected: it {0}.', expectedWords(expected))}`;
  const wrong = complaint(step);
  if (wrong !== undefined && done.length === 0)
    return failed(`${t('Nothing was done, and its log says: {0}', brief(wrong))}${aim}`);
  const { exit } = step.conversation;
  if (done.length === 0 && (exit.signal !== null || exit.code !== 0))
    return failed(`${t('Nothing was done, and it ended with an error ({0}).', ending(step))}${aim}`);
  const insisted = ['given', 'script'].includes(trial.expectation?.from ?? '');
  if (insisted && expected !== undefined)
    return failed(
      t(
        'It should be so that it {0}, and nothing of that was seen: it {1}.',
        expectedWords(expected),
        didInstead(step, done),
      ),
    );
  return notShown(
    [
      t('Nothing was seen of what it is there for: it {0}.', didInstead(step, done)),
      aim.trim(),
      t(
        'Try it with an alert that sets it off, or say in a comment what it should do: {0}',
        '# wazuh-ar: blocks the address',
      ),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** What a start said of a rename over the border of two file systems: each folder at the top of the sandbox is one. */
function acrossFolders({ log, conversation: { stderr } }: StepRecord): string | undefined {
  return [...stderr.split('\n'), ...log].find((text) => /\[Errno 18\]|Invalid cross-device link/.test(text));
}

/** A script that is to do nothing but write to its log. */
function onlyLogs(step: StepRecord, done: readonly Deed[]): Judgement {
  if (done.length > 0) return failed(t('It should only log, and it {0}.', inWords(done)));
  const wrong = complaint(step);
  if (wrong !== undefined) return failed(t('Its log says: {0}', brief(wrong)));
  const line = step.log.at(-1);
  if (line === undefined)
    return failed(t('It should log, and wrote nothing to its log ({0}).', ending(step)));
  return passed(t('It only logs, as it should: {0}', brief(line)));
}

function didInstead(step: StepRecord, done: readonly Deed[]): string {
  if (done.length > 0) return inWords(done);
  const line = step.log.at(-1);
  return line === undefined
    ? t('changed nothing on the host ({0})', ending(step))
    : t('changed nothing on the host, and its log says: {0}', brief(line));
}
