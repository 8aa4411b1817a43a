import { t } from '@vscode/l10n';
import { targets } from '../target';
import { absent } from './absent';
import { acts } from './acts';
import { claim, findsTarget } from './compare';
import { ownWords } from './complaints';
import { adds, blamedLine, brief, ending, type RunCheck, type Seen, some, type Trial } from './finding';
import { changes, mentionTarget } from './traces';

export const missingTool: RunCheck = {
  code: 'missing-tool',
  title: 'The script does not notice that a command is missing',
  explanation: [
    'Not every host has jq, iptables or curl, and execd gives scripts a short `PATH`. A script that does not look goes on',
    'with an empty word, does half of its work, or says in the log that it did what it has not done.',
    '\n\nLook for the command first (`command -v jq`, `shutil.which`), and if it is missing say so in the log and end.',
    '\n\nWhat is missing on the machine of the dry run may well be there on an agent, and the other way round: the finding',
    'says so then, because nothing was seen of what the script does with it.',
  ].join(' '),
  judge(trial) {
    const { main, plain } = trial;
    const [step] = main.steps;
    if (main.scenario.name !== 'tool-missing') return notHere(trial);
    if (!plain || !step) return undefined;
    const { overdue, starved } = step.conversation;
    if (overdue || starved !== undefined) {
      return {
        message: t('Where a command is missing the script waits for ever. Look for the command first.'),
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
          'Where a command is missing the script acts all the same, without its target. Look for the command first, and if it is missing say so in the log and end.',
        ),
        evidence: some(done),
      };
    }
    const lie = done.length === 0 ? claim(step, plain) : undefined;
    if (lie !== undefined) {
      return {
        message: t(
          'Where a command is missing the log says that the work was done, and it was not. Look whether the command has succeeded before it is logged.',
        ),
        evidence: t('Nothing was done, yet the log says: {0}', brief(ownWords(lie, step))),
      };
    }
    if (done.length > 0 || step.log.length > 0) return undefined;
    return {
      message: t(
        'Where a command is missing the script does nothing and says nothing. Look for the command first, and if it is missing say so in the log.',
      ),
      evidence: ending(step),
    };
  },
};

/** What the script needed and the machine of the dry run does not have. */
function notHere(trial: Trial): Seen | undefined {
  for (const step of adds(trial)) {
    const name = absent(step);
    // It has found another way.
    if (name === undefined || mentionTarget(changes(step.before, step.after, step.session), step.alert))
      continue;
    return {
      message: t(
        '{0} is not on this machine, so the dry run could not see what the script does with it. Install it here and try again; on each agent it must be there too, and where it is not the script should say so in its log.',
        name,
      ),
      evidence: ending(step),
      line: blamedLine(step, trial),
    };
  }
  return undefined;
}
