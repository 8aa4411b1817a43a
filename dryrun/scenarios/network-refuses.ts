import { t } from '@vscode/l10n';
import { difference } from '../effects/difference';
import { deeds, inWords } from '../expectation/deeds';
import { ownWords } from '../findings/complaints';
import { brief, ending } from '../findings/finding';
import { speaksHttp } from '../sandbox/catcher/reaching';
import { notShown, passed } from '../verdict';
import { alert, type JudgedScenario } from './scenario';

export const networkRefuses: JudgedScenario = {
  name: 'network-refuses',
  summary: () =>
    t(
      'Whom the script calls over HTTP answers with an error (500): it does not say in its log that it went well.',
    ),
  acts: [alert],
  settings: () => [{ refuses: true }],
  harmful: true,
  applies: ({ text }) => speaksHttp(text),
  looksFor: ['claims-without-act'],
  shown({ main }) {
    const [step] = main.steps;
    if (!step) return notShown(t('Nothing was run.'));
    const { reached } = difference(step.before, step.after, main.sandbox.original);
    if (!reached.some(({ to }) => /^https?:/.test(to)))
      return passed(t('It called nobody over HTTP, so nobody refused it anything.'));
    const here = deeds(step, main).filter(({ would }) => would === undefined);
    if (here.length > 0)
      return passed(t('It was answered with an error (500), and on this host it {0}.', inWords(here)));
    const said = step.log.at(-1);
    return said === undefined
      ? notShown(
          t(
            'It was answered with an error (500), and says nothing of it ({0}). Look at the status of the answer, and log it.',
            ending(step),
          ),
        )
      : passed(
          t(
            'It was answered with an error (500), and its log says: {0}',
            brief(ownWords(said, step) || said, 120),
          ),
        );
  },
};
