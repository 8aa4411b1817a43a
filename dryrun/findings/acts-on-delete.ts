import { t } from '@vscode/l10n';
import { difference, lasting } from '../effects/difference';
import { named } from './acts';
import { type RunCheck, some } from './finding';

export const actsOnDelete: RunCheck = {
  code: 'acts-on-delete',
  title: 'delete does something new where there is nothing to take back',
  explanation: [
    'The host may have been restarted, or somebody has undone the response by hand: `delete` comes all the same. A script',
    'that does not look at the command does its work once more then, and nobody takes that back.',
    '\n\nIn `delete`, take back what is there, and nothing else.',
  ].join(' '),
  judge({ main, ...trial }) {
    const last = main.steps.at(-1);
    // After a `wait` there was something to take back, and there still is where no delete came then: nobody asked for it.
    if (last?.step !== 'delete' || main.scenario.acts.at(-1)?.kind !== 'delete') return undefined;
    const earlier = main.steps.slice(0, -1);
    if (earlier.length > 0 && !earlier.some(({ step }) => step === 'delete')) return undefined;
    const change = difference(last.before, last.after, main.sandbox.original);
    const fresh = lasting(change, named({ main, ...trial }));
    if (fresh.length === 0) return undefined;
    return {
      message: t(
        'delete changes the host although there is nothing to take back. Take back what is there, and nothing else.',
      ),
      evidence: some(fresh),
    };
  },
};
