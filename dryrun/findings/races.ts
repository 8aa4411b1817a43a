import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { targets } from '../target';
import { acts } from './acts';
import { findsTarget } from './compare';
import type { RunCheck } from './finding';
import { changes, mentions } from './traces';

export const races: RunCheck = {
  ...staticHeader('races'),
  judge(trial) {
    const steps = trial.main.steps.filter(({ step }) => step === 'add');
    const [first] = steps;
    // Who is told to abort does nothing more: that is a matter of its keys.
    if (steps.some(({ answer }) => answer?.word === 'abort')) return undefined;
    if (!first || steps.length < 2 || !trial.plain || !findsTarget(trial.plain)) return undefined;
    const { main: plain } = trial.plain;
    const [alone] = plain.steps;
    if (!alone || acts(alone.before, alone.after, plain, trial).length === 0) return undefined;
    const shown = changes(first.before, first.after, trial.main);
    const alsoAlone = changes(alone.before, alone.after, plain);
    // Which of its targets the script acts on shows where it runs alone.
    const used = targets(trial.alert).findIndex(({ value }) =>
      alsoAlone.some((text) => mentions(text, value)),
    );
    const lost = steps
      .map(({ alert }) => targets(alert)[used]?.value)
      .find((value) => value !== undefined && !shown.some((text) => mentions(text, value)));
    if (lost === undefined) return undefined;
    return {
      message: t(
        'Two starts at the same moment spoil each other: only one of them did its work. Append instead of writing anew, name scratch files with mktemp, or take a lock.',
      ),
      evidence: t('Of two targets only one is there; missing: {0}', lost),
    };
  },
};
