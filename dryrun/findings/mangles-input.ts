import { t } from '@vscode/l10n';
import { worse } from './compare';
import type { RunCheck } from './finding';

export const manglesInput: RunCheck = {
  code: 'mangles-input',
  title: 'The message is changed while it is read',
  explanation: [
    'In bash, `read` without `-r` takes every backslash for its own and drops it. Web attacks and all of Windows are full of',
    'backslashes: the JSON is broken then, and the script does nothing, or something else.',
    '\n\nWrite `IFS= read -r line`.',
  ].join(' '),
  judge(trial) {
    if (trial.main.scenario.name !== 'backslashes') return undefined;
    const change = worse(trial);
    if (change === undefined) return undefined;
    return {
      message: t(
        'Backslashes and quotes in the alert break the script: it no longer does what it does without them. Read the line as it is: IFS= read -r.',
      ),
      evidence: change,
    };
  },
};
