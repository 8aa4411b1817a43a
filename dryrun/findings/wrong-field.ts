import { t } from '@vscode/l10n';
import { didYouMean } from '../../wazuh/alert';
import { targets } from '../target';
import { adds, blamedLine, ending, type RunCheck, type Trial } from './finding';
import { mentionTarget, traces } from './traces';

export const wrongField: RunCheck = {
  code: 'wrong-field',
  title: 'The alert has no such field',
  explanation: [
    'What a response acts on stands in different places: `data.srcip` for ssh and web alerts,',
    '`data.win.eventdata.ipAddress` for Windows logons, `syscheck.path` for file integrity, nowhere for many others.',
    'There is no `srcip` at the top of an alert, and nothing of the alert at the top of the message. A script that looks in',
    'the wrong place finds nothing and does nothing, or acts on the word `null`.',
    '\n\nIn a run it shows in that nothing of the alert’s targets appears in the keys, the commands, the files or the log.',
  ].join(' '),
  judge(trial) {
    const missed = trial.inText.find(({ code }) => code === 'wrong-field');
    const steps = adds(trial).filter(({ alert }) => targets(alert).length > 0);
    const [step] = steps;
    if (!step) return undefined;
    const starts = steps.map((each) => ({ ...each, shown: traces(each, each.session) }));
    if (starts.some(({ shown, alert }) => mentionTarget(shown, alert))) return undefined;
    // What goes to stderr is not what it worked with: Python's own messages say None.
    const used = starts.flatMap(({ shown, conversation }) =>
      shown.filter((trace) => trace !== conversation.stderr),
    );
    const word = used.map((trace) => placeholder.exec(trace)?.[0]).find((found) => found !== undefined);
    const key = missingKey.exec(step.conversation.stderr)?.[1];
    if (!missed && (trial.fitted === true || (word === undefined && key === undefined))) return undefined;
    return {
      message: missed?.message ?? lookElsewhere(trial, key),
      evidence:
        key !== undefined
          ? ending(step)
          : word !== undefined
            ? t('It worked with the word {0}.', word)
            : (step.log.at(-1) ?? missed?.evidence ?? ''),
      line: key === undefined ? undefined : blamedLine(step, trial),
    };
  },
};

/** What a script shows when a field was not there. A path such as /dev/null shows nothing. */
const placeholder = /(?<![\w/])(?:unknown|None|null|undefined|N\/A|NaN|nan)\b/;

/** The name that Python did not find, as the last line of its traceback has it. */
const missingKey = /^KeyError: '([\w.-]+)'$/m;

function lookElsewhere(trial: Trial, key: string | undefined): string {
  const prefix = trial.version === '5.0' ? '' : 'parameters.alert.';
  const meant = key === undefined ? undefined : didYouMean(key, trial.alert);
  if (key !== undefined && meant !== undefined)
    return t('There is no {0} where the script looks. Did you mean {1}?', key, `${prefix}${meant}`);
  const paths = trial.targets.map(({ path }) => `${prefix}${path}`);
  return t(
    'The script does not find its target in this alert. Look for it in {0}.',
    paths.slice(0, 4).join(', '),
  );
}
