import { t } from '@vscode/l10n';
import { strikes } from './acts';
import { findsTarget } from './compare';
import { crashed } from './crashes';
import { blamedLine, ending, type RunCheck, some } from './finding';

export const badJsonCrash: RunCheck = {
  code: 'bad-json-crash',
  title: 'A line that is no message upsets the script',
  explanation: [
    'execd sends whole messages, but a script is run by hand as well, by a test, or by an older agent. On a line that is',
    'cut off or empty it should say so in the log and end: an error that goes to stderr is seen by nobody, and half a',
    'message is nothing to act on.',
    '\n\nCatch the error of the JSON reader, or look whether what it gave is empty, before anything else.',
  ].join(' '),
  judge(trial) {
    if (!trial.main.scenario.acts.some(({ kind }) => kind === 'line')) return undefined;
    for (const step of trial.main.steps) {
      const done = strikes(step.before, step.after, trial.main, trial);
      // A script that never looks at the alert does with any line what it does.
      if (done.length > 0 && trial.plain && findsTarget(trial.plain)) {
        return {
          message: t(
            'The script acts on a line that is no message. It has no target then, and does something all the same. Check what was read, say so in the log, and end.',
          ),
          evidence: some(done),
        };
      }
      if (crashed(step)) {
        return {
          message: t(
            'A line that is no message ends the script with an error. It goes to stderr, which execd throws away. Catch it and write it to the log.',
          ),
          evidence: ending(step),
          line: blamedLine(step, trial),
        };
      }
    }
    return undefined;
  },
};
