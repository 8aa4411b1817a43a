import { t } from '@vscode/l10n';
import type { RunCheck } from './finding';

export const keyChanges: RunCheck = {
  code: 'key-changes',
  title: 'The same target has another key each time',
  explanation: [
    'execd knows a response again by its keys. With the time, the id of the alert, or anything else among them that is',
    'another each time, it never answers `abort`: the response is put into force again and again, and undone as often.',
    '\n\nSend the target alone: the address, account or file that the script acts on.',
  ].join(' '),
  judge({ timeout, sessions }) {
    for (const { steps } of sessions) {
      const [first, ...again] = steps
        .filter(({ about }) => about === 'the target')
        .flatMap(({ answer }) => answer ?? []);
      const other = again.find(({ key }) => key !== first?.key);
      if (timeout === 0 || !first || !other) continue;
      return {
        message: t(
          'The same target has another key each time. execd takes it for another response and never answers abort. Send the target (the address, account or file) as key.',
        ),
        evidence: `${first.key} ≠ ${other.key}`,
      };
    }
    return undefined;
  },
};
