import { t } from '@vscode/l10n';
import { type Alert, didYouMean, field, fieldPaths, type Misplaced, misplaced } from '../../wazuh/alert';
import { type FieldRead, messageReads, readFields } from '../fields-read';
import type { Fix } from '../finding';
import type { MessageRead } from '../message-read';
import { leadingTo } from '../other-path';
import type { Script } from '../script';
import { aboutTheEvent, targets } from '../targets';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const wrongField: ScriptCheck = {
  code: 'wrong-field',
  title: 'The alert has no such field',
  explanation: [
    'What a response acts on stands in different places: `data.srcip` for ssh and web alerts,',
    '`data.win.eventdata.ipAddress` for Windows logons, `syscheck.path` for file integrity, nowhere for many others.',
    'A name with a dot in it is two keys: `data.Agent.ip`, never `data["Agent.ip"]`.',
    'There is no `srcip` at the top of an alert, and nothing of the alert at the top of the message. A script that looks in',
    'the wrong place finds nothing and does nothing, or acts on the word `null`.',
    '\n\nTake the path from an alert of the rule that triggers the response. jq and Python tell capitals apart: `ipAddress`',
    'is not `IpAddress`.',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'alert = json.loads(sys.stdin.readline())["parameters"]["alert"]\nsrcip = ⟦alert["srcip"]⟧\n',
    good: 'alert = json.loads(sys.stdin.readline())["parameters"]["alert"]\nsrcip = alert["data"]["srcip"]\n',
  },
  *run(script, { alerts = [], mayHave = () => false }): Iterable<ScriptProblem> {
    const blamed = [...nowhere(script)];
    yield* blamed;
    for (const problem of notInAlerts(script, alerts, mayHave))
      if (!blamed.some(({ span }) => span.start === problem.span.start)) yield problem;
  },
};

/** Reads that lead nowhere in any message. */
function* nowhere(script: Script): Iterable<ScriptProblem> {
  const reads = messageReads(script);
  // Who answers to the words of 5.0 gets its events too, which are at the top of the message.
  const flat = /(['"])(?:enable|disable)\1/.test(script.code);
  const ofApi = isForApi(reads);
  const lost = new Map(
    reads.flatMap((read) => {
      const found = (flat ? undefined : inOneKey(keys(read))) ?? misplaced(keys(read), flat);
      const { path, meant } = found ?? {};
      const differsInCase = meant?.toLowerCase() === path?.toLowerCase();
      if (!found || !read.sure || (differsInCase && anyCase(script))) return [];
      return ofApi && isInAlert(read) ? [] : [[read, found]];
    }),
  );
  const good = reads.filter((read) => !lost.has(read));
  const paths = new Set(good.map((read) => keys(read).join('.')));
  const hasTarget = targets(readFields(script)).some(({ path }) => paths.has(`parameters.alert.${path}`));
  for (const [read, { path, meant }] of lost) {
    // Where the value comes from one of several places, one that is there is enough.
    if (
      good.some((other) => standsFor(other, read)) ||
      (meant !== undefined && meant !== 'command' && paths.has(meant))
    )
      continue;
    if (meant === undefined && hasTarget) continue;
    const { span } = read;
    const inAlert = path.replace(/^parameters\.alert\./, '');
    if (meant === undefined)
      yield { span, message: t('No alert has {0}: there is no such name at its top.', inAlert) };
    else
      yield {
        span,
        message:
          inAlert === path
            ? t('The message has no {0}. Did you mean {1}?', path, meant)
            : t('The alert has no {0}. Did you mean {1}?', inAlert, meant),
        fixes: fixes(script, span, path, meant),
      };
  }
}

/**
 * Whether a script is for alerts that somebody makes up and sends through the API (`PUT /active-response`), where
 * anything may stand: it reads something that no alert of analysisd has anywhere, and nothing that one has.
 */
function isForApi(reads: readonly MessageRead[]): boolean {
  const own = reads.filter((read) => isInAlert(read) && read.sure);
  const found = own.map((read) => misplaced(keys(read)));
  return found.every((each) => each !== undefined) && found.some((each) => each?.meant === undefined);
}

/**
 * What is read by one key with dots in it: analysisd makes an object of whatever stands before a dot in the name of a
 * field (W_JSON_AddField in shared/string_op.c, 4.14.7), so no alert has such a key.
 */
function inOneKey(path: readonly string[]): Misplaced | undefined {
  const [top, alert, ...rest] = path;
  if (top !== 'parameters' || alert !== 'alert' || !rest.some((key) => /^\w+(?:\.\w+)+$/.test(key)))
    return undefined;
  const quoted = rest.map((key) => (key.includes('.') ? `"${key}"` : key)).join('.');
  return { path: `parameters.alert.${quoted}`, meant: path.join('.') };
}

function isInAlert(read: MessageRead): boolean {
  const [top, alert, ...rest] = keys(read);
  return top === 'parameters' && alert === 'alert' && rest.length > 0;
}

/** PowerShell, on its own or in a batch file, does not tell capitals apart. */
function anyCase({ language }: Script): boolean {
  return language === 'powershell' || language === 'batch';
}

function keys({ path }: MessageRead): readonly string[] {
  return path.filter((key) => typeof key === 'string');
}

/** Whether two reads are of one value. */
function standsFor(one: MessageRead, other: MessageRead): boolean {
  if (isSamePlace(one, other)) return true;
  if (one.choice !== undefined && one.choice === other.choice) return true;
  const isOnTheWay = one.path.every((key, at) => key === other.path[at]);
  return one.variable !== undefined && one.variable === other.variable && !isOnTheWay;
}

/** Reads of what none of some alerts has. */
function* notInAlerts(
  script: Script,
  alerts: readonly Alert[],
  mayHave: (path: string) => boolean,
): Iterable<ScriptProblem> {
  const [alert] = alerts;
  if (!alert) return;
  const reads = targets(readFields(script));
  const has = (path: string) => mayHave(path) || alerts.some((each) => isIn(each, path, script));
  const found = new Set(reads.map(({ path }) => path).filter(has));
  const settled = new Set(reads.filter(({ path }) => found.has(path)).map(({ variable }) => variable));
  for (const read of reads) {
    const { path, span, variable } = read;
    // Where the value comes from one of several places, one that is there is enough.
    if (found.has(path) || (variable !== undefined && settled.has(variable))) continue;
    if (reads.some((other) => found.has(other.path) && isSamePlace(other, read))) continue;
    const near = didYouMean(path, alert);
    const meant = near !== undefined && aboutTheEvent.test(near) ? undefined : near;
    // What was meant is read as well: this is one of several places to look in.
    if (meant !== undefined && found.has(meant)) continue;
    if (meant !== undefined && (found.size === 0 || sameKey(meant, path))) {
      yield {
        span,
        message: t('The alert has no {0}. Did you mean {1}?', path, `parameters.alert.${meant}`),
        fixes: fixes(script, span, `parameters.alert.${path}`, `parameters.alert.${meant}`),
      };
    } else if (found.size === 0) {
      yield {
        span,
        message: t('The alert has no {0}, and nothing else that the script reads to act on.', path),
      };
    }
  }
}

function isSamePlace(one: Pick<FieldRead, 'span'>, other: Pick<FieldRead, 'span'>): boolean {
  return one.span.start === other.span.start && one.span.end === other.span.end;
}

/** Whether an alert has a field, as the language of a script finds it: PowerShell in any case. */
function isIn(alert: Alert, path: string, script: Script): boolean {
  if (field(alert, path) !== undefined) return true;
  if (!anyCase(script)) return false;
  const wanted = path.toLowerCase();
  return fieldPaths(alert).some((known) => {
    const plain = known.toLowerCase();
    return plain === wanted || plain.startsWith(`${wanted}.`) || plain.startsWith(`${wanted}[`);
  });
}

/** @param path from the message down, as `meant` is */
function fixes(script: Script, span: ScriptProblem['span'], path: string, meant: string): readonly Fix[] {
  const newText = leadingTo(script.text.slice(span.start, span.end), path, meant, script.language);
  return onlyFix(t('Read {0}', meant), newText === undefined ? [] : [{ span, newText }]);
}

function sameKey(one: string, other: string): boolean {
  return last(one).toLowerCase() === last(other).toLowerCase();
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
