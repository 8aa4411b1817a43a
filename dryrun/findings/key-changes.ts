import { t } from '@vscode/l10n';
import { adds, type RunCheck } from './finding';

export const keyChanges: RunCheck = {
  code: 'key-changes',
  title: 'The same target has another key each time',
  explanation: [
    'execd knows a response again by its keys. With the time, the id of the alert, or anything else among them that is',
    'another each time, it never answers `abort`: the response is put into force again and again, and undone as often.',
    '\n\nSend the target alone: the address, account or file that the script acts on.',
  ].join(' '),
  judge(trial) {
    const [first, ...again] = adds(trial).filter(({ about }) => about === 'the target');
    const other = again.find(
      ({ answer, session }) =>
        session === first?.session && answer && first.answer && answer.key !== first.answer.key,
    );
    if (!first?.answer || !other?.answer || trial.timeout === 0) return undefined;
    return {
      message: t(
        'The same target has another key each time. execd takes it for another response and never answers abort. Send the target (the address, account or file) as key.',
      ),
      evidence: `${first.answer.key} ≠ ${other.answer.key}`,
    };
  },
};
