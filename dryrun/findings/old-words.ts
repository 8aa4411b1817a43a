import { t } from '@vscode/l10n';
import { features } from '../../wazuh/versions';
import { acts } from './acts';
import { adds, ending, type RunCheck } from './finding';

export const oldWords: RunCheck = {
  code: 'old-words',
  title: 'The script does not understand Wazuh 5.0',
  explanation: [
    'Wazuh 5.0 says `enable` and `disable` where 4.14 says `add` and `delete`, and puts the fields of the event at the top',
    'of the message: `source.ip` instead of `parameters.alert.data.srcip`. A script that knows the old words alone does',
    'nothing.',
    '\n\nTake both words, and look for the target in both places.',
  ].join(' '),
  judge(trial) {
    const [step] = adds(trial);
    if (trial.version !== '5.0' || !step || step.answer) return undefined;
    if (acts(step.before, step.after, step.session, trial).length > 0) return undefined;
    const { add } = features(trial.version).verbs;
    return {
      message: t(
        'The script does nothing when Wazuh 5.0 says {0}. It says enable and disable where 4.14 says add and delete, and has the target in source.ip or user.name. Take both.',
        add,
      ),
      evidence: ending(step),
    };
  },
};
