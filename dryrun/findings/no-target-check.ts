import { t } from '@vscode/l10n';
import { targets } from '../target';
import { strikes } from './acts';
import { findsTarget } from './compare';
import { adds, type RunCheck, some } from './finding';

export const noTargetCheck: RunCheck = {
  code: 'no-target-check',
  title: 'The script acts without a target',
  explanation: [
    'Not every alert of a rule has an address, an account or a file. A script that does not look acts on an empty word, or',
    'on `null`: a firewall rule without a source shuts everybody out, and `rm` without a name removes something else.',
    '\n\nLook whether the field is there and holds what it should; if not, say so in the log and end.',
  ].join(' '),
  judge(trial) {
    if (!trial.plain || !findsTarget(trial.plain)) return undefined;
    for (const step of adds(trial)) {
      if (targets(step.alert).length > 0) continue;
      const done = strikes(step.before, step.after, step.session, trial);
      if (done.length > 0) {
        return {
          message: t(
            'The script acts although the alert names no target. It works with an empty word or null. Check that the field is there; if not, say so in the log and end.',
          ),
          evidence: t('Without a target: {0}', some(done)),
        };
      }
    }
    return undefined;
  },
};
