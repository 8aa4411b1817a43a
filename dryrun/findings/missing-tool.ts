import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { difference } from '../effects/difference';
import { firstDeeds } from '../expectation/expectation';
import type { StepRecord } from '../session';
import { targets } from '../target';
import { absent } from './absent';
import { acts } from './acts';
import { claim, findsTarget, saysTheSame } from './compare';
import { complaint, ownWords } from './complaints';
import { brief, ending, type RunCheck, some, type Trial } from './finding';
import { changes, mentionTarget } from './traces';

export const missingTool: RunCheck = {
  ...staticHeader('missing-tool'),
  judge(trial) {
    const { main, plain } = trial;
    const [step] = main.steps;
    if (main.scenario.name !== 'tool-missing' || !plain || !step) return undefined;
    const [name] = main.setting.hidden ?? [];
    if (name === undefined) return undefined;
    const { overdue, starved } = step.conversation;
    // One that waits with all its commands does not do so for want of one.
    const usual = plain.main.steps[0]?.conversation;
    if (overdue && usual?.overdue) return undefined;
    if (overdue || (starved !== undefined && usual?.starved === undefined)) {
      return {
        message: t('Without {0} the script waits for ever. Look for the command first.', name),
        evidence: ending(step),
      };
    }
    const done = acts(step.before, step.after, main, trial);
    const shown = changes(step.before, step.after, main);
    // Also as part of a file's name.
    const aimed = targets(step.alert).some(({ value }) => shown.some((text) => text.includes(value)));
    if (done.length > 0 && !aimed && findsTarget(plain)) {
      return {
        message: t(
          'Without {0} the script acts all the same, without its target. Look for the command first, and if it is missing say so in the log and end.',
          name,
        ),
        evidence: some(done),
      };
    }
    const lie = done.length === 0 ? claim(step, plain) : undefined;
    if (lie !== undefined) {
      return {
        message: t(
          'Without {0} the log says that the work was done, and it was not. Look whether the command has succeeded before it is logged.',
          name,
        ),
        evidence: t('Nothing was done, yet the log says: {0}', brief(ownWords(lie, step))),
      };
    }
    if (done.length > 0) return undefined;
    const reasonless = firstDeeds(plain.main).length > 0 ? saysNotWhy(step, name) : undefined;
    if (reasonless !== undefined) {
      return {
        message: t(
          'Without {0} the script does nothing, and its log does not say why. Look for the command first, and if it is missing say so in the log.',
          name,
        ),
        evidence: t('Its log says: {0}', brief(ownWords(reasonless, step))),
      };
    }
    const same =
      wasCalled(name, plain) && complaint(step) === undefined ? saysTheSame(step, plain) : undefined;
    if (same !== undefined) {
      return {
        message: t(
          'Without {0} the log says the same as with it. Look whether the command is there before its status is taken for an answer.',
          name,
        ),
        evidence: t('Its log says: {0}', brief(ownWords(same, step))),
      };
    }
    if (step.log.length > 0) return undefined;
    // Who does and says nothing anyhow does not do so for want of a command.
    const [before] = plain.main.steps;
    const idle =
      before &&
      absent(before) !== name &&
      before.log.length === 0 &&
      !didSomething(before, plain) &&
      !wasCalled(name, plain);
    if (!before || idle) return undefined;
    return {
      message: t(
        'Without {0} the script does nothing and says nothing. Look for the command first, and if it is missing say so in the log.',
        name,
      ),
      evidence: ending(step),
    };
  },
};

/**
 * The line of a log that names the target and tells of no trouble: the script knows what to do, has not done it, and
 * gives no reason, or a wrong one ("nothing found"). Undefined where a line says that something went wrong.
 */
function saysNotWhy(step: StepRecord, tool: string): string | undefined {
  if (complaint(step) !== undefined) return undefined;
  const own = step.log.map((line) => ownWords(line, step));
  const word = tool.replaceAll(/[^\w]/g, '\\$&');
  const lacks = new RegExp(
    `\\b(?:no|without|needs?|requires?|install) ${word}\\b|\\b${word}\\b.*\\b(?:not|isn't|unavailable|absent|required|needed|install\\w*)\\b`,
    'i',
  );
  if (own.some((line) => lacks.test(line) && !foundNothing.test(line))) return undefined;
  return step.log.find((line, index) => {
    const said = own[index] ?? line;
    return foundNothing.test(said) || mentionTarget([said], step.alert);
  });
}

/** What a script says of a target that it has looked at. */
const foundNothing =
  /\b(?:no|nothing|0|zero)\b.*\b(?:match\w*|threats?|infect\w*|malicious|malware|virus\w*)\b|\bclean\b/i;

/** Whether the plain start called a command. */
function wasCalled(name: string, { main }: Trial): boolean {
  const [step] = main.steps;
  if (!step) return false;
  const { calls } = difference(step.before, step.after, main.sandbox.original);
  return calls.some(({ words }) => words[0] === name);
}

function didSomething({ before, after }: StepRecord, plain: Trial): boolean {
  return acts(before, after, plain.main, plain).length > 0;
}
