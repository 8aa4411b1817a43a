import { t } from '@vscode/l10n';
import type { Alert } from '../../wazuh/alert';
import { worse } from './compare';
import { adds, type RunCheck, type Seen, type Trial } from './finding';

export const manglesInput: RunCheck = {
  code: 'mangles-input',
  title: 'The message is changed while it is read',
  explanation: [
    'In bash, `read` without `-r` takes every backslash for its own and drops it; `echo` of a plain `sh` turns `\\n` into',
    'a new line. Web attacks and all of Windows are full of backslashes: the JSON is broken then, and the script does',
    'nothing, or something else. Of 11,005 captured alerts a third became invalid; alerts of ssh have no backslash, which',
    'hides the fault.',
    '\n\nWrite `IFS= read -r line`, and hand the line on with `printf \'%s\\n\' "$line"` or `<<< "$line"`.',
  ].join(' '),
  judge(trial) {
    const change = trial.main.scenario.name === 'backslashes' ? worse(trial) : undefined;
    if (change !== undefined) {
      return {
        message: t(
          'Backslashes and quotes in the alert break the script: it no longer does what it does without them. Read the line as it is: IFS= read -r.',
        ),
        evidence: change,
      };
    }
    return brokenOnTheWay(trial);
  },
};

/** A line with a `read` that drops backslashes. */
const plainRead = /\bread\b(?!.*\s-\w*r)/;

/** What the readers of JSON say of a text that is none. An empty one is another matter. */
const noJson = /^.*(?:parse error: |JSONDecodeError: (?!Expecting value: line 1 column 1 )).*$/m;

/** Whether an alert is no JSON any more without its backslashes. */
function breaksWithout(alert: Alert): boolean {
  try {
    JSON.parse(JSON.stringify(alert).replaceAll(/\\(.)/g, '$1'));
    return false;
  } catch {
    return true;
  }
}

/** A message that execd sent whole, and that the script's own reader of JSON refuses or finds nothing in. */
function brokenOnTheWay(trial: Trial): Seen | undefined {
  if (trial.main.scenario.acts.some(({ kind }) => kind === 'line')) return undefined;
  // An echo without quotes changes other things, and not always.
  const drops = trial.inText.find(
    ({ code, evidence }) => code === 'mangles-input' && plainRead.test(evidence),
  );
  for (const step of adds(trial)) {
    if (!JSON.stringify(step.alert).includes('\\')) continue;
    const refused = noJson.exec(step.conversation.stderr)?.[0].trim();
    if (refused === undefined && !(drops && breaksWithout(step.alert))) continue;
    return {
      message: t(
        'The script breaks the message before it reads it: the backslashes in this alert are lost on the way. Read the line as it is (IFS= read -r line), and hand it on with printf, not echo.',
      ),
      evidence: refused ?? step.log.at(-1) ?? drops?.evidence ?? '',
    };
  }
  return undefined;
}
