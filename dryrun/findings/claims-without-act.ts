import { t } from '@vscode/l10n';
import { isShown } from '../effects/aside';
import { difference } from '../effects/difference';
import type { FileChange } from '../effects/files';
import { deeds } from '../expectation/deeds';
import { WAZUH_HOME } from '../sandbox/layers';
import { RESPONSE_LOG } from '../sandbox/seed/wazuh-home';
import type { Session, StepRecord } from '../session';
import { absent } from './absent';
import { claimed, complaint, ownWords } from './complaints';
import { adds, brief, type RunCheck, type Trial } from './finding';

export const claimsWithoutAct: RunCheck = {
  code: 'claims-without-act',
  title: 'The log says what was not done',
  explanation: [
    'The log of the responses is all that anybody looks at later. A script that writes "Blocked" or "Successfully removed',
    'threat" whatever came of it hides the attack that went on: `rm -f` succeeds for a file that is not there, and a failed',
    '`iptables` stops no shell script.',
    '\n\nLook at the status of the command that does the work, or at the host itself, and log what is so. Where nothing was',
    'done, say that, and why.',
    '\n\nThe dry run compares the lines of the log with what it saw change. It also lets nobody answer a script that calls',
    'others, and lets all answer 500: `curl` needs `--fail` to see that, `requests` needs `raise_for_status()`.',
  ].join(' '),
  judge(trial) {
    // A later start may find its work done.
    for (const step of adds(trial).slice(0, 1)) {
      const said = claimed(step);
      if (said !== undefined && isUnheard(step, trial)) {
        return {
          message: t(
            'The log says that it was done, and nobody has answered. Look at the status of the call before it is logged.',
          ),
          evidence: t('Nobody answered, yet the log says: {0}', brief(ownWords(said, step))),
        };
      }
      if (said !== undefined && isRefused(step, trial)) {
        return {
          message: t(
            'The log says that it was done, and the answer was an error. Look at the status of the answer before it is logged: curl --fail, raise_for_status().',
          ),
          evidence: t('The answer was 500, yet the log says: {0}', brief(ownWords(said, step))),
        };
      }
      if (said === undefined || absent(step) !== undefined || !isIdle(step, step.session, said)) continue;
      return {
        message: t(
          'The log says that something was done, and nothing was. Look whether the command has succeeded before it is logged.',
        ),
        evidence: t('Nothing was done, yet the log says: {0}', brief(ownWords(said, step))),
      };
    }
    return undefined;
  },
};

/** Whether all that a start did was to call others, of whom nobody answers. */
function isUnheard(step: StepRecord, { main }: Trial): boolean {
  if (main.setting.silent !== true) return false;
  const { reached, attempts } = difference(step.before, step.after, main.sandbox.original);
  return reached.length + attempts.length > 0 && deeds(step, main).every(({ would }) => would !== undefined);
}

/** Whether all that a start did was to call others, who answered with an error over HTTP, and nothing in the log tells of that. */
function isRefused(step: StepRecord, { main }: Trial): boolean {
  if (main.setting.refuses !== true || complaint(step) !== undefined) return false;
  if (step.log.some((line) => /\b500\b/.test(ownWords(line, step)))) return false;
  const { reached } = difference(step.before, step.after, main.sandbox.original);
  return (
    reached.length > 0 &&
    reached.every(({ to }) => /^https?:/.test(to)) &&
    deeds(step, main).every(({ would }) => would !== undefined)
  );
}

/** What nobody does by leaving a mark for himself. */
const byForce = /\b(?:blocked|banned|dropped|locked|killed|terminated|isolated)\b/i;

/**
 * Whether a start did nothing at all but write to its log: not even try to reach anybody. An empty file in Wazuh's home,
 * a mark that only the script looks at, is nothing where the log tells of force.
 */
function isIdle(step: StepRecord, session: Session, said: string): boolean {
  const change = difference(step.before, step.after, session.sandbox.original);
  const { files, calls, reached, attempts, processes } = change;
  const marks = byForce.test(ownWords(said, step)) ? files.filter(isMark).map(({ path }) => path) : [];
  const isNothing = (path: string) =>
    path === RESPONSE_LOG || /\.log$|\/logs?\//.test(path) || !isShown(path) || marks.includes(path);
  return (
    deeds(step, session).every(({ what }) => marks.includes(what.replace(/^\w+ /, ''))) &&
    reached.length + attempts.length === 0 &&
    processes.added.length === 0 &&
    calls.every(({ kind }) => kind === 'asks' || kind === 'logs') &&
    files.every(({ path }) => isNothing(path))
  );
}

function isMark({ path, after }: FileChange): boolean {
  return path.startsWith(`${WAZUH_HOME}/`) && after?.kind === 'file' && after.content.length === 0;
}
