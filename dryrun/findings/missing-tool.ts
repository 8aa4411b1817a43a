import { t } from '@vscode/l10n';
import { targets } from '../target';
import { acts } from './acts';
import { claims, findsTarget } from './compare';
import { ending, type RunCheck, some } from './finding';
import { changes } from './traces';

export const missingTool: RunCheck = {
  code: 'missing-tool',
  title: 'The script does not notice that a command is missing',
  explanation: [
    'Not every host has jq, iptables or curl, and execd gives scripts a short `PATH`. A script that does not look goes on',
    'with an empty word, does half of its work, or says in the log that it did what it has not done.',
    '\n\nLook for the command first (`command -v jq`, `shutil.which`), and if it is missing say so in the log and end.',
  ].join(' '),
  judge(trial) {
    const { main, plain } = trial;
    const [step] = main.steps;
    if (main.scenario.name !== 'tool-missing' || !plain || !step) return undefined;
    const { overdue, starved } = step.conversation;
    if (overdue || starved !== undefined) {
      return {
        message: t('Where a command is missing the script waits for ever. Look for the command first.'),
        evidence: ending(step),
      };
    }
    const done = acts(step.before, step.after, main, trial);
    const shown = changes(step.before, step.after, main);
    const aimed = targets(step.alert).some(({ value }) => shown.some((text) => text.includes(value)));
    if (done.length > 0 && !aimed && findsTarget(plain)) {
      return {
        message: t(
          'Where a command is missing the script acts all the same, without its target. Look for the command first, and if it is missing say so in the log and end.',
        ),
        evidence: some(done),
      };
    }
    if (done.length === 0 && claims(step, plain)) {
      return {
        message: t(
          'Where a command is missing the log says that the work was done, and it was not. Look whether the command has succeeded before it is logged.',
        ),
        evidence: t('Nothing was done, yet the log says: {0}', step.log.at(-1) ?? ''),
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
