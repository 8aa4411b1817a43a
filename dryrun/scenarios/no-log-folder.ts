import { t } from '@vscode/l10n';
import { ending } from '../findings/finding';
import { notShown, passed } from '../verdict';
import { alert, type JudgedScenario } from './scenario';
import { asPlain } from './shown';

export const noLogFolder: JudgedScenario = {
  name: 'no-log-folder',
  summary: () => t('The folder of the logs is not there: the script does its work all the same.'),
  acts: [alert],
  settings: () => [{ withoutLogs: true }],
  harmful: true,
  applies: () => true,
  looksFor: ['needs-log'],
  shown(trial) {
    const [step] = trial.main.steps;
    if (!step || trial.expectation?.what !== 'only logs') return asPlain(trial);
    return step.conversation.exit.signal === null
      ? passed(t('It only logs, and there was nowhere to: it ended by itself ({0}).', ending(step)))
      : notShown(t('It only logs, and there was nowhere to ({0}).', ending(step)));
  },
};
