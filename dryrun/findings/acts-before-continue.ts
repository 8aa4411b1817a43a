import { t } from '@vscode/l10n';
import { acts } from './acts';
import { adds, type RunCheck, some } from './finding';
import { isKeys } from './no-handshake';

export const actsBeforeContinue: RunCheck = {
  code: 'acts-before-continue',
  title: 'The script acts before it is told to',
  explanation: [
    'The keys are a question: may I? execd answers `continue`, or `abort` when the same response is in force already. A',
    'script that has acted by then acts twice on the same target, and undoing it once leaves the other half behind.',
    '\n\nPrint the keys first, read the answer, and act only on `continue`.',
  ].join(' '),
  judge(trial) {
    for (const step of adds(trial)) {
      if (step.answer === undefined || !step.unanswered) continue;
      // A response that is not undone need not ask: what it printed is no question.
      if (trial.timeout === 0 && !isKeys(step.conversation.first ?? '', trial)) continue;
      const done = acts(step.before, step.unanswered, step.session, trial);
      if (done.length > 0) {
        return {
          message: t(
            'The script acts before execd has answered. When the same response is in force already, the answer is abort, and it comes too late. Print the keys, read the answer, and act only on continue.',
          ),
          evidence: t('Before the answer: {0}', some(done)),
        };
      }
    }
    return undefined;
  },
};
