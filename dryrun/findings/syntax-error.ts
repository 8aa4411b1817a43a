import { t } from '@vscode/l10n';
import { syntaxErrorIn } from '../../script-checks';
import type { StepRecord } from '../session';
import type { RunCheck, Seen, Trial } from './finding';

export const syntaxError: RunCheck = {
  code: 'syntax-error',
  title: 'The interpreter cannot read the script',
  explanation: [
    'A quotation mark that nothing closes, a `fi` or a bracket that is missing, a line of Python that is indented by other',
    'than its block: Python refuses the whole script, and a shell ends where it stumbles. execd does not look at how a',
    'script ends and throws its stderr away, so nothing is done, and nothing is logged.',
    '\n\nIn a run it shows in what the interpreter says. Nothing else is told of such a script: it never got so far.',
  ].join(' '),
  judge(trial) {
    for (const session of trial.sessions)
      for (const step of session.steps) {
        const seen = refusal(step, trial);
        if (seen) return seen;
      }
    return undefined;
  },
};

function refusal({ conversation: { stderr } }: StepRecord, trial: Trial): Seen | undefined {
  const error = syntaxErrorIn(stderr, trial.name);
  if (!error) return undefined;
  // A first line that was put in front is none of the script's own.
  const before = trial.inText.some(({ code }) => code === 'bad-shebang') ? 1 : 0;
  return {
    message: t(
      'The interpreter cannot read the script. It ends there, and nobody is told: execd throws the error away.',
    ),
    evidence: t('Line {0}: {1}', error.line - before + 1, error.words),
    line: Math.max(0, error.line - before),
  };
}
