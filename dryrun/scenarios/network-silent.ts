import { t } from '@vscode/l10n';
import { difference } from '../effects/difference';
import { brief } from '../findings/finding';
import { reachesOut } from '../sandbox/catcher/reaching';
import { notShown, passed } from '../verdict';
import { alert, type JudgedScenario } from './scenario';

export const networkSilent: JudgedScenario = {
  name: 'network-silent',
  summary: () =>
    t('Nobody answers whom the script calls: it gives up by itself and does not keep execd waiting.'),
  acts: [alert],
  settings: () => [{ silent: true }],
  harmful: true,
  applies: ({ text }) => reachesOut(text),
  looksFor: ['slow', 'claims-without-act'],
  shown({ main }) {
    const [step] = main.steps;
    if (!step) return notShown(t('Nothing was run.'));
    const { reached, attempts } = difference(step.before, step.after, main.sandbox.original);
    if (reached.length + attempts.length === 0)
      return passed(t('It called nobody, so nobody kept it waiting.'));
    const { waited } = step.conversation;
    if (waited !== undefined)
      return passed(t('Nobody answered, and its call has a time limit: it goes on by itself.'));
    const said = step.log.at(-1);
    return said === undefined
      ? passed(t('Nobody answered, and it ended by itself.'))
      : passed(t('Nobody answered, and it ended by itself; its log says: {0}', brief(said)));
  },
};
