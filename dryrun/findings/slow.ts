import { t } from '@vscode/l10n';
import { type RunCheck, seconds } from './finding';

export const slow: RunCheck = {
  code: 'slow',
  title: 'The script keeps execd waiting',
  explanation: [
    'execd runs one response at a time and waits for it to end, however long that takes. While a script sleeps, or waits',
    'for an answer from the network, no other response on that machine runs and nothing is undone.',
    '\n\nDo lasting work in a process of its own, and give every network call a time limit.',
  ].join(' '),
  judge(trial) {
    const late = trial.sessions
      .flatMap(({ steps }) => steps)
      .find(
        ({ conversation: { overdue, starved, ms } }) =>
          overdue || (starved === undefined && ms > trial.limits.slow),
      );
    if (!late) return undefined;
    const { overdue, ms } = late.conversation;
    return {
      message: t(
        'The script keeps execd waiting. Until it ends, no other response on that machine runs and nothing is undone.',
      ),
      evidence: overdue
        ? t('{0} had not ended after {1} s; the dry run ended it.', late.step, seconds(ms))
        : t('{0} took {1} s.', late.step, seconds(ms)),
    };
  },
};
