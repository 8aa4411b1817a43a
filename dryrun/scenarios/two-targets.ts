import { t } from '@vscode/l10n';
import { targets } from '../target';
import { alert, type JudgedScenario, other, wait } from './scenario';
import { key } from './shown';

export const twoTargets: JudgedScenario = {
  name: 'two-targets',
  summary: () => t('Two targets of the same rule: neither shuts the other out, and both are undone.'),
  acts: [alert, other, wait],
  applies: ({ timeout, alert }) => timeout !== 0 && targets(alert).length > 0,
  looksFor: ['no-handshake', 'weak-key', 'not-reverted', 'crashes'],
  shown(trial) {
    const answers = trial.main.steps.flatMap(({ answer }) => answer ?? []);
    const keys = answers.map(key).join(t(' and '));
    if (answers.length < 2) return t('It leaves one of them alone, so neither shuts the other out.');
    return t('It asked as {0}, was told to go on both times, and both were undone.', keys);
  },
};
