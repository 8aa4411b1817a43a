import { t } from '@vscode/l10n';
import type { Json } from '../../wazuh/alert';
import { type FieldRead, readFields } from '../fields-read';
import type { ScriptCheck, ScriptProblem } from './check';

export const wrongField: ScriptCheck = {
  code: 'wrong-field',
  title: 'The alert has no such field',
  explanation: [
    'What a response acts on stands in different places: `data.srcip` for ssh and web alerts,',
    '`data.win.eventdata.ipAddress` for Windows logons, `syscheck.path` for file integrity, nowhere for many others.',
    'There is no `srcip` at the top of an alert. A script that looks in the wrong place finds nothing and does nothing,',
    'or acts on the word `null`.',
    "\n\nTake the path from an alert of the rule that triggers the response. jq, Python and PowerShell's JSON tell",
    'capitals apart: `ipAddress` is not `IpAddress`.',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'alert = message["parameters"]["alert"]\nsrcip = ⟦alert["srcip"]⟧\n',
    good: 'alert = message["parameters"]["alert"]\nsrcip = alert["data"]["srcip"]\n',
  },
  *run(script, { alert }): Iterable<ScriptProblem> {
    if (!alert) return;
    const reads = targets(readFields(script));
    const found = reads.filter(({ path }) => has(alert, path.split('.')));
    const leaves = [...leafPaths(alert, '')].filter((path) => !aboutTheEvent.test(path));
    for (const read of reads) {
      if (found.includes(read) || found.some(({ path }) => meansTheSame(path, read.path))) continue;
      const suggestion =
        leaves.find((path) => last(path).toLowerCase() === last(read.path).toLowerCase()) ??
        (found.length === 0 ? leaves.find((path) => meansTheSame(path, read.path)) : undefined);
      if (suggestion) {
        yield {
          span: read.span,
          message: t('The alert has no {0}. Did you mean {1}?', read.path, `parameters.alert.${suggestion}`),
        };
      } else if (found.length === 0) {
        yield {
          span: read.span,
          message: t('The alert has no {0}, and nothing else that the script reads to act on.', read.path),
        };
      }
    }
  },
};

/** What describes the event and who saw it, not what a response acts on. */
const aboutTheEvent =
  /^(?:rule|agent|manager|cluster|decoder|predecoder|input|id|timestamp|location|full_log|previous_output|previous_log|GeoLocation|title|program_name|hostname)(?:\.|$)/;

/** The fields that a response may act on: the longest paths, without those that describe the event. */
function targets(reads: readonly FieldRead[]): readonly FieldRead[] {
  return reads.filter(
    ({ path }) => !aboutTheEvent.test(path) && !reads.some((other) => other.path.startsWith(`${path}.`)),
  );
}

/** Names under which the decoders keep the same kind of thing. */
const kinds: readonly (readonly string[])[] = [
  [
    'srcip',
    'srcaddr',
    'sourceip',
    'ip',
    'ipaddress',
    'sourceaddress',
    'clientip',
    'remoteip',
    'remoteaddr',
    'remip',
    'callerip',
    'src',
  ],
  ['srcuser', 'dstuser', 'user', 'username', 'targetusername', 'subjectusername', 'userid'],
  ['path', 'file', 'filename', 'filepath', 'targetfilename', 'scannedfile'],
];

function meansTheSame(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a === b || kinds.some((kind) => kind.includes(a) && kind.includes(b));
}

function plain(path: string): string {
  return last(path).toLowerCase().replaceAll('_', '');
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Whether a path leads to a value; through a list if one of its elements has it. */
function has(value: Json | undefined, names: readonly string[]): boolean {
  const [name, ...rest] = names;
  if (name === undefined) return value !== undefined && value !== null;
  if (Array.isArray(value)) return value.some((element: Json) => has(element, names));
  return isObject(value) && has(value[name], rest);
}

function* leafPaths(value: Json, path: string): Iterable<string> {
  if (!isObject(value)) {
    if (path) yield path;
    return;
  }
  for (const [name, child] of Object.entries(value)) yield* leafPaths(child, path ? `${path}.${name}` : name);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
