import { t } from '@vscode/l10n';
import type { Alert } from '../../wazuh/alert';
import { CANARY, hostileValues, isCanary } from '../canary';
import { isLasting } from '../effects/aside';
import { difference } from '../effects/difference';
import { adds, type RunCheck, some } from './finding';
import { newLines } from './traces';

export const injection: RunCheck = {
  code: 'injection',
  title: 'A value of the alert is run, or taken for an option or a path',
  explanation: [
    'Much of an alert was written by the attacker: a user name, a URL, a file name. A script that puts such a value into a',
    'command line without quotes, into `eval`, `sh -c`, `os.system` or `shell=True` runs what the attacker wrote, as root.',
    'A value that begins with a hyphen is taken for an option, `../` leads into another folder, a newline starts a new',
    'line of a configuration.',
    '\n\nTwo fields are looked through by Wazuh itself: it starts no response where `data.srcip` has anything but letters,',
    'digits and `. : _ -`, or `data.dstuser` anything but letters, digits and `. _ @ ? -` (messages 1271 and 1272 in',
    'ossec.log; src/analysisd/analysisd.c, 4.14.7). The dry run sends nothing else in them: no `$(…)`, but a leading',
    'hyphen, and names that are no address. `srcuser`, `dstip`, `url`, file names, the log line and everything in',
    '`win.eventdata` come as the attacker wrote them.',
    '\n\nCheck that the value is what it should be (an address, an account name) before anything else; give it to commands as',
    'one word, behind `--` where the command knows that; never to a shell.',
    '\n\nThe dry run sends values that would make a file of their own, and looks whether it is there.',
  ].join(' '),
  judge(trial) {
    for (const step of adds(trial)) {
      const change = difference(step.before, step.after, step.session.sandbox.original);
      const made = change.files.filter(({ path, after }) => after && isCanary(path)).map(({ path }) => path);
      const lines = change.files
        .filter(({ path }) => isLasting(path, []))
        .filter(({ before, after }) => newLines(before, after).includes(CANARY))
        .map(({ path }) => t('a line of its own in {0}', path));
      const options = change.calls
        .filter(({ kind, words }) => kind === 'acts' && isTakenForOption(words))
        .map(({ words }) => words.join(' '));
      const remote = change.calls
        .filter(({ words }) => isGivenToShell(words))
        .map(({ words }) => words.join(' '));
      const refused = takenForOption.exec(step.conversation.stderr)?.[0];
      const looked = lookedFor.exec(step.conversation.stderr)?.[0];
      const run = [...made, ...remote, ...(looked === undefined ? [] : [looked])];
      const proof = [...run, ...lines, ...options, ...(refused === undefined ? [] : [refused])];
      if (proof.length > 0) {
        return {
          message:
            run.length > 0
              ? t(
                  'A value of the alert is run as a command or leads to another file. Whoever writes the log line decides what is run as root. Check the value first, and never give it to a shell.',
                )
              : t(
                  'A value of the alert is taken for more than a value. Whoever writes the log line adds options or lines of their own. Check that it is what it should be first.',
                ),
          evidence: t('The value was: {0}. What came of it: {1}', shownValue(step.alert), some(proof)),
        };
      }
    }
    return undefined;
  },
};

/** A shell that took a value for the name of a command says so. */
const lookedFor = new RegExp(`^.*${CANARY}[\\w-]*: (?:command )?not found$`, 'm');

const looking =
  /(?:\S*\/)?(?:[ef]?grep|sed|[gm]?awk|cut|tr|sort|head|tail|basename|dirname|realpath|readlink|stat|ls|file|find|id|getent|who|host|dig|whois|jq|date|ipcalc|expr|\w+sum|cat|ps|pgrep|ss|netstat|test):/;

/**
 * A program that took a value for an option, and knows no such one, says so. Those that only look are left out: scripts
 * check values with them, and one that refuses has done no harm.
 */
const takenForOption = new RegExp(
  `^(?!${looking.source}).*(?:unrecognized|unknown|invalid|illegal) option.*--${CANARY}.*$`,
  'im',
);

/** Whether a value stands as it is in what ssh hands to the shell of the other side. */
function isGivenToShell([command, ...words]: readonly string[]): boolean {
  const runs = hostileValues.filter(({ harm }) => harm === 'runs');
  return command === 'ssh' && words.some((word) => runs.some(({ value }) => word.includes(value)));
}

/** A value that a command takes for an option: no `--` and no option of its own stands before it. */
function isTakenForOption(words: readonly string[]): boolean {
  const at = words.indexOf(`--${CANARY}`);
  return at > 0 && !words.slice(0, at).includes('--') && !/^-/.test(words[at - 1] ?? '');
}

/** The hostile value in an alert, as JSON has it: by itself rather than in a log line that quotes it. */
function shownValue(alert: Alert): string {
  const quoted = new RegExp(String.raw`"(?:[^"\\]|\\.)*${CANARY}(?:[^"\\]|\\.)*"`, 'g');
  const [shortest = CANARY] = [...JSON.stringify(alert).matchAll(quoted)]
    .map(([value]) => value)
    .toSorted((one, other) => one.length - other.length);
  return shortest;
}
