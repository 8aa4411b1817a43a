import { t } from '@vscode/l10n';
import { acts } from './acts';
import { ending, type RunCheck } from './finding';

export const actsOnce: RunCheck = {
  code: 'acts-once',
  title: 'The script acts only the first time',
  explanation: [
    'The same attacker comes back after the response was undone. A script that remembers whom it has seen, and does not',
    'forget on `delete`, lets them in from then on.',
    '\n\nForget on `delete` what `add` has remembered.',
  ].join(' '),
  judge(trial) {
    const { main } = trial;
    const [first, ...again] = main.steps.filter(({ step }) => step === 'add');
    if (!first || acts(first.before, first.after, main, trial).length === 0) return undefined;
    // What was never undone need not be done again.
    const undone = main.steps.findIndex(({ step }) => step === 'delete');
    const idle = again.find(
      (step) =>
        undone !== -1 &&
        main.steps.indexOf(step) > undone &&
        step.answer?.word !== 'abort' &&
        acts(step.before, step.after, main, trial).length === 0,
    );
    if (!idle) return undefined;
    return {
      message: t(
        'The script acts only the first time. The same target comes back after delete, and nothing is done. Forget on delete what add has remembered.',
      ),
      evidence: t('The next time: {0}', ending(idle)),
    };
  },
};
