import { t } from '@vscode/l10n';
import { difference } from '../effects/difference';
import { purpose } from '../effects/purpose';
import { reachText } from '../effects/reach';
import { OWN } from '../scenarios/change';
import type { Session, StepRecord } from '../session';
import { targets } from '../target';
import { strikes } from './acts';
import { findsTarget } from './compare';
import { adds, type RunCheck, some } from './finding';
import { changes, mentions } from './traces';

const own: readonly string[] = [OWN.address, '::1', OWN.user, OWN.file];

export const hitsAllowList: RunCheck = {
  code: 'hits-allow-list',
  title: 'The script acts on what the host cannot do without',
  explanation: [
    'An attacker who can write a line into a log can name any target: `127.0.0.1`, the address of the Wazuh manager, the',
    'account `root`, a program of the system.',
    '\n\nWazuh itself keeps away some of it: for an alert whose `srcip` is in a `<white_list>` of `<global>`, in the',
    'manager’s ossec.conf, no response is started. After the installation that is `127.0.0.1`, `localhost.localdomain` and',
    'the manager’s name servers; all else somebody has to put there. It is compared with `srcip` and nothing else: no',
    'account, no file, no other address of the alert (analysisd, 4.14.7).',
    '\n\nKeep a list in the script of what is never touched, and compare the target with it before anything is done.',
  ].join(' '),
  judge(trial) {
    if (trial.plain && !findsTarget(trial.plain)) return undefined;
    for (const step of adds(trial)) {
      const hit = targets(step.alert).filter(({ value }) => own.includes(value));
      const done = strikes(step.before, step.after, step.session, trial);
      const shown = harmful(step, step.session);
      const struck = hit.find(({ value }) => shown.some((text) => mentions(text, value)));
      if (done.length > 0 && struck) {
        return {
          message: t(
            'The script acts on {0}, which the host cannot do without. An attacker who can forge a log line can name it. Keep a list of what is never touched, and look there first: Wazuh itself keeps away only what <white_list> of <global> names, and only in srcip.',
            struck.value,
          ),
          evidence: some(done),
        };
      }
    }
    return undefined;
  },
};

/** What changed, and what others were told to do; what people are told of it harms nobody. */
function harmful(step: StepRecord, session: Session): readonly string[] {
  const { reached } = difference(step.before, step.after, session.sandbox.original);
  const told = reached.filter((reach) => purpose(reach, step.alert) !== 'orders').map(reachText);
  return changes(step.before, step.after, session).filter((text) => !told.includes(text));
}
