import { t } from '@vscode/l10n';
import { adds, type RunCheck, type Trial } from './finding';
import { traces } from './traces';

export const wrongField: RunCheck = {
  code: 'wrong-field',
  title: 'The alert has no such field',
  explanation: [
    'What a response acts on stands in different places: `data.srcip` for ssh and web alerts,',
    '`data.win.eventdata.ipAddress` for Windows logons, `syscheck.path` for file integrity, nowhere for many others.',
    'There is no `srcip` at the top of an alert. A script that looks in the wrong place finds nothing and does nothing,',
    'or acts on the word `null`.',
    '\n\nIn a run it shows in that nothing of the alert’s targets appears in the keys, the commands, the files or the log.',
  ].join(' '),
  judge(trial) {
    const missed = trial.inText.find(({ code }) => code === 'wrong-field');
    const [step] = adds(trial);
    if (!step || trial.targets.length === 0) return undefined;
    const shown = adds(trial).flatMap((each) => traces(each, each.session));
    if (trial.targets.some(({ value }) => shown.some((trace) => trace.includes(value)))) return undefined;
    const word = shown.map((trace) => placeholder.exec(trace)?.[0]).find((found) => found !== undefined);
    if (!missed && word === undefined) return undefined;
    const paths = trial.targets.map(({ path }) => `${prefix(trial)}${path}`);
    return {
      message:
        missed?.message ??
        t(
          'The script does not find its target in this alert. Look for it in {0}.',
          paths.slice(0, 4).join(', '),
        ),
      evidence: word === undefined ? (missed?.evidence ?? '') : t('It worked with the word {0}.', word),
    };
  },
};

/** What a script shows when a field was not there. */
const placeholder = /\b(?:unknown|None|null|undefined|N\/A|NaN|nan)\b/;

function prefix(trial: Trial): string {
  return trial.version === '5.0' ? '' : 'parameters.alert.';
}
