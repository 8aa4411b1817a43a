import { t } from '@vscode/l10n';
import { plainly } from '../judging';
import { passed } from '../verdict';
import { alert, type JudgedScenario } from './scenario';
import { acted, deedsInWords, key } from './shown';

export const add: JudgedScenario = {
  name: 'add',
  summary: () => t('One alert: the script asks, is told to go on, and acts.'),
  acts: [alert],
  applies: () => true,
  looksFor: [
    'never-reads',
    'old-words',
    'no-handshake',
    'chatter-before-handshake',
    'acts-before-continue',
    'weak-key',
    'wrong-field',
    'claims-without-act',
    'no-target-check',
    'does-not-block',
    'output-after-answer',
    'crashes',
    'no-log',
  ],
  shown(trial) {
    const [step] = trial.main.steps;
    if (!step || !acted(step, trial)) return plainly(trial);
    const done = deedsInWords(step, trial);
    if (trial.timeout === 0 || !step.answer) return passed(t('It {0}.', done));
    return passed(t('It asked as {0}, was told to go on, and {1}.', key(step.answer), done));
  },
};
