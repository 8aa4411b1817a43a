import { t } from '@vscode/l10n';
import { deedsBetween } from '../expectation/deeds';
import { changes, mentionTarget } from '../findings/traces';
import { targets } from '../target';
import { notShown, passed } from '../verdict';
import { alert, type JudgedScenario, other, wait } from './scenario';

export const concurrent: JudgedScenario = {
  name: 'concurrent',
  summary: () =>
    t('Two starts at the same moment, as when it is run by hand as well: neither spoils the other.'),
  acts: [{ kind: 'alerts at once', alerts: [alert, other] }, wait],
  applies: ({ alert }) => targets(alert).length > 0,
  looksFor: ['races', 'weak-key', 'chatter-before-handshake', 'not-reverted', 'crashes'],
  shown(trial) {
    const { main } = trial;
    const steps = main.steps.filter(({ step }) => step === 'add');
    const [first, last] = [steps[0], steps.at(-1)];
    if (!first || !last || steps.length < 2) return notShown(t('Nothing was run.'));
    const shown = [...changes(first.before, last.after, main), ...steps.flatMap(({ log }) => log)];
    const missed = steps.find(({ alert }) => !mentionTarget(shown, alert));
    const done = deedsBetween(first.before, last.after, first, main);
    const worked = trial.expectation?.what === 'only logs' || done.length > 0;
    if (missed || !worked)
      return notShown(
        t(
          'What each of the two starts did cannot be told apart: it shows no target. Have it log what it acts on, and try again.',
        ),
      );
    return passed(t('Both starts did their work, and neither spoiled the other.'));
  },
};
