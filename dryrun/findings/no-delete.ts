import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { difference } from '../effects/difference';
import { purpose } from '../effects/purpose';
import { reachText, would } from '../effects/reach';
import { left, takesBack } from '../reverted';
import type { Session, StepRecord } from '../session';
import { named } from './acts';
import { type RunCheck, some, type Trial } from './finding';
import { mentionTarget } from './traces';

export const noDelete: RunCheck = {
  ...staticHeader('no-delete'),
  judge(trial) {
    const behind = [...(left(trial.main, named(trial)) ?? []), ...leftElsewhere(trial)];
    if (behind.length === 0 || knowsDelete(trial)) return undefined;
    return {
      message: t(
        'The script has no undo: it does not know delete. What add did stays for good, because execd has forgotten it by then. Look at the command, and undo in delete what add does.',
      ),
      evidence: t('After delete: {0}', some(behind)),
    };
  },
};

/** What add had others do to the target, where delete reaches out to nobody. */
function leftElsewhere({ main }: Trial): readonly string[] {
  const reached = ({ before, after }: StepRecord) => difference(before, after, main.sandbox.original).reached;
  const undoings = main.steps.filter(({ step }) => step === 'delete');
  if (undoings.length === 0 || undoings.some((step) => reached(step).length > 0)) return [];
  return main.steps
    .filter(({ step }) => step === 'add')
    .flatMap((step) =>
      reached(step)
        .filter((reach) => purpose(reach, step.alert) === 'orders')
        .filter((reach) => mentionTarget([reachText(reach)], step.alert))
        .map(would),
    );
}

/**
 * Whether a script knows the command that undoes, by its name or as whatever is not add. If it does and something stays,
 * its undo is wrong, not missing.
 */
function knowsDelete(trial: Trial): boolean {
  return namesDelete(trial.code) || takesBack(trial.main, named(trial)) || triesUndo(trial.main);
}

/** Whether delete has a command do something that add does not: an undo, though it may be a wrong one. */
function triesUndo({ steps, sandbox: { original } }: Session): boolean {
  const calls = (wanted: StepRecord['step']) =>
    steps
      .filter(({ step }) => step === wanted)
      .flatMap(({ before, after }) => difference(before, after, original).calls)
      .filter(({ kind }) => kind === 'acts')
      .map(({ words }) => words.join(' '));
  const made = calls('add');
  return calls('delete').some((call) => !made.includes(call));
}

/** Whether a text has the word as one of its own, and not as a method or option of something else: `client.delete()`, `--delete`. */
export function namesDelete(code: string): boolean {
  return /(?<![\w.-])(?:delete|disable)(?![\w-])/i.test(code);
}
