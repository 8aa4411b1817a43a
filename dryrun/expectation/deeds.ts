import { t } from '@vscode/l10n';
import { type Alert, addressVersion } from '../../wazuh/alert';
import { isLasting } from '../effects/aside';
import { type Difference, difference } from '../effects/difference';
import type { FileChange } from '../effects/files';
import { purpose } from '../effects/purpose';
import { type Reach, reachText, shownReach, would } from '../effects/reach';
import type { Call, Snapshot } from '../effects/snapshot';
import { some } from '../findings/finding';
import { mentions, newLines } from '../findings/traces';
import { WAZUH_HOME } from '../sandbox/layers';
import { scanners } from '../sandbox/stand-ins/commands';
import { foundByScanner } from '../sandbox/stand-ins/scanners';
import type { Session, StepRecord } from '../session';
import { type Target, targets } from '../target';
import type { Expected } from './expected';

/** One thing that a start of the script did, as far as it is what a response is there for. */
export interface Deed {
  readonly kind: Exclude<Expected, 'only logs'>;
  /** A rule, a path, a command line: what a person would look for. */
  readonly what: string;
  /** For one that others are to do: that in a sentence, to stand behind "it": `would post to hooks.slack.com: …`. */
  readonly would?: string;
}

/** What a start of the script did to the host, by what it is good for. Logs and scratch files are no deeds. */
export function deeds(step: StepRecord, session: Session): readonly Deed[] {
  const done = deedsBetween(step.before, step.after, step, session);
  // What a scanner finds is told on the way to something else; it is the deed of a script that does no more.
  return done.length > 0 ? done : scans(step, session);
}

/** Scanners that looked at a file of the alert, where the log tells what they have found. */
function scans({ before, after, alert, log }: StepRecord, session: Session): readonly Deed[] {
  const line = log.find((each) => foundByScanner.test(each));
  if (line === undefined) return [];
  const files = targets(alert).filter(({ kind }) => kind === 'file');
  return difference(before, after, session.sandbox.original)
    .calls.filter(
      ({ words: [name = '', ...words] }) =>
        scanners.includes(name) && files.some(({ value }) => words.includes(value)),
    )
    .map(({ words }) => ({ kind: 'scans the file', what: words.join(' ') }));
}

/** The same between any two moments of a session. */
export function deedsBetween(
  before: Snapshot,
  after: Snapshot,
  { alert }: Pick<StepRecord, 'alert'>,
  session: Session,
): readonly Deed[] {
  const all = targets(alert);
  const change = difference(before, after, session.sandbox.original);
  const done = [
    ...firewall(change, all),
    ...accounts(change),
    ...change.files.flatMap((file) => fileDeed(file, all) ?? []),
    ...processes(change),
    ...change.calls.flatMap((call) => callDeed(call, all) ?? []),
    ...change.reached.flatMap((reach) => reachDeed(reach, alert, all) ?? []),
  ];
  // What a script notes for itself is what it is there for only where it does nothing else.
  const more = done.filter((deed) => !isNote(deed));
  return more.length > 0 ? more : done;
}

/** A list or a mark of the script's own, in Wazuh's home. */
function isNote({ kind, what }: Deed): boolean {
  return kind === 'changes the host' && what.includes(` ${WAZUH_HOME}/`);
}

function firewall({ firewall: { added, removed } }: Difference, all: readonly Target[]): readonly Deed[] {
  const aimed = (rule: string) => mentionsKind(rule, all, 'address');
  return [
    ...added.map(
      (rule): Deed => ({ kind: aimed(rule) ? 'blocks the address' : 'changes the host', what: rule }),
    ),
    ...removed.map((rule): Deed => ({ kind: 'changes the host', what: `- ${rule}` })),
  ];
}

function accounts({ accounts: { added, removed } }: Difference): readonly Deed[] {
  return [...added, ...removed].map((line) => ({ kind: 'locks the account', what: line }));
}

function processes({ processes: { removed } }: Difference): readonly Deed[] {
  return removed.map((line) => ({ kind: 'ends the process', what: line }));
}

function fileDeed({ kind, path, before, after }: FileChange, all: readonly Target[]): Deed | undefined {
  const named = all.filter((target) => target.kind === 'file').map(({ value }) => value);
  if (named.includes(path)) {
    const away = kind !== 'created';
    return { kind: away ? 'moves the file away' : 'changes the host', what: `${kind} ${path}` };
  }
  if (!isLasting(path, named) || (before ?? after)?.kind === 'folder') return undefined;
  // A list of addresses is a block where a server reads it: by its name, or among the settings of one.
  const blocks =
    !path.startsWith(`${WAZUH_HOME}/`) &&
    /^\/etc\/[^/]+\/|deny|block|ban|black|drop|reject/i.test(path) &&
    newLines(before, after).some((line) => mentionsKind(line, all, 'address'));
  return { kind: blocks ? 'blocks the address' : 'changes the host', what: `${kind} ${path}` };
}

function callDeed({ kind, words }: Call, all: readonly Target[]): Deed | undefined {
  const what = words.join(' ');
  if (kind !== 'acts') return undefined;
  if (/^(?:pkill|killall|kill)$/.test(words[0] ?? '')) return { kind: 'ends the process', what };
  if (mentionsKind(what, all, 'address')) return { kind: 'blocks the address', what };
  if (mentionsKind(what, all, 'user')) return { kind: 'locks the account', what };
  return { kind: 'changes the host', what };
}

function reachDeed(reach: Reach, alert: Alert, all: readonly Target[]): Deed | undefined {
  const [what, text] = [shownReach(reach), reachText(reach)];
  const deed = { what, would: would(reach) };
  switch (purpose(reach, alert)) {
    case 'asks':
      return undefined;
    case 'tells':
      return { kind: 'posts a message', ...deed };
    case 'orders':
      if (mentionsKind(text, all, 'address')) return { kind: 'blocks the address', ...deed };
      if (mentionsKind(text, all, 'user')) return { kind: 'locks the account', ...deed };
      return { kind: 'changes the host', ...deed };
  }
}

/** Deeds in a sentence, to stand behind "it". */
export function inWords(done: readonly Deed[]): string {
  const others = done.flatMap(({ would: sentence }) => sentence ?? []);
  if (others.length === done.length) return some(others, 2);
  return t(
    'did this: {0}',
    some(
      done.map(({ what }) => what),
      2,
    ),
  );
}

function mentionsKind(text: string, all: readonly Target[], kind: Target['kind']): boolean {
  return all.some(
    (target) =>
      target.kind === kind &&
      (mentions(text, target.value) || (kind === 'address' && text.includes(inShort(target.value)))),
  );
}

/** An IPv6 address as the kernel writes it; any other text as it is. */
function inShort(address: string): string {
  const place = `http://[${address}]`;
  return addressVersion(address) === 6 && URL.canParse(place)
    ? new URL(place).hostname.slice(1, -1)
    : address;
}
