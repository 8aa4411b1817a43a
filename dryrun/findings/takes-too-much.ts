import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { isShown } from '../effects/aside';
import { difference } from '../effects/difference';
import { FOREIGN } from '../scenarios/foreign';
import type { Session, StepRecord } from '../session';
import { targets } from '../target';
import { type RunCheck, some } from './finding';
import { mentions, newLines } from './traces';

export const takesTooMuch: RunCheck = {
  ...staticHeader('takes-too-much'),
  judge({ main }) {
    for (const step of main.steps) {
      const foreign = removed(step, main).filter((what) => mentions(what, FOREIGN));
      if (foreign.length > 0) {
        return {
          message: t(
            'The script takes away what it has not put there: an administrator or another tool had. Take back the one rule, line or file that add made for this target.',
          ),
          evidence: t('{0} took away an entry of somebody else: {1}', step.step, some(foreign)),
        };
      }
    }
    const undone = main.steps.filter(({ step, undue }) => step === 'delete' && !undue);
    for (const step of undone) {
      const others = main.steps
        .filter((each) => each.step === 'add' && each.about !== step.about)
        .flatMap(({ alert }) => targets(alert).map(({ value }) => value))
        .filter((value) => !targets(step.alert).some((own) => own.value === value));
      const gone = removed(step, main).filter((what) => others.some((value) => mentions(what, value)));
      // At its own delete it goes rightly.
      const later = main.steps.slice(main.steps.indexOf(step) + 1);
      if (gone.length > 0 && later.some((each) => each.step === 'delete')) {
        return {
          message: t(
            'delete takes back more than add put in: the other targets are let in as well, before their time. Take back the one rule or line that add made for this target.',
          ),
          evidence: t('The delete of the first target also took away: {0}', some(gone)),
        };
      }
    }
    return undefined;
  },
};

/** What a step took away, in the words of the host. */
function removed({ before, after }: StepRecord, { sandbox: { original } }: Session): readonly string[] {
  const { firewall, accounts, files } = difference(before, after, original);
  return [
    ...firewall.removed,
    ...accounts.removed,
    ...files
      .filter(({ path }) => isShown(path))
      .flatMap(({ path, kind, before: old, after: fresh }) => [
        ...(kind === 'deleted' ? [path] : []),
        ...newLines(fresh, old).map((line) => `${path}: ${line}`),
      ]),
  ];
}
