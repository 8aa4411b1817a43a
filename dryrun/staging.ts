import { stat } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { compiledFor, expectsDelete, type ReadScript, staticFindings, toolsOf } from '../script-checks';
import { eventFor } from './event';
import { expectationOf } from './expectation/expectation';
import { mustBeUnderstood } from './expectation/unknown-expectation';
import type { Trial } from './findings/finding';
import { mended, tellMended } from './interpreter';
import { type NotRun, notRun } from './not-run';
import { attackerIn } from './proof/attacker';
import type { TranscriptLine } from './report';
import type { DryRunOptions, DryRunRequest } from './request';
import { type Baggage, contents } from './sandbox/contents';
import { usualLimits } from './sandbox/limits';
import { networkFor } from './sandbox/network';
import { openNone } from './sandbox/none';
import { openOverlay } from './sandbox/overlay';
import { noneHere, probeSandbox } from './sandbox/probe';
import { type Sandbox, SandboxRefused } from './sandbox/sandbox';
import { programs, ScriptRefused } from './sandbox/siblings';
import { pipesPerStart } from './sandbox/start';
import type { Occasion, Scenario, Setting } from './scenarios/scenario';
import { play, responseName, type Session, type Subject } from './session';
import { otherTarget, programIn, type Target, targets } from './target';
import { saysUnread } from './unread';

/** A script made ready to be run in any scenario. */
export interface Staging {
  readonly occasion: Occasion;
  /** Whether Wazuh is to undo it: a timeout is given, or its text shakes hands. */
  readonly stateful: boolean;
  /** Where the script is for another system: it is not to be played then. */
  readonly notRun: NotRun | undefined;
  /** Plays a scenario in a sandbox of its own, which is gone when this resolves or rejects. */
  perform(scenario: Scenario, options: Performance, setting?: Setting): Promise<Session>;
  /** What is known after sessions were played: the one that was asked for, then its probes. */
  trial(main: Session, probes: readonly Session[], plain?: Trial): Trial;
}

export interface Performance extends Pick<DryRunOptions, 'signal' | 'pause'> {
  readonly heard?: ((line: TranscriptLine) => void) | undefined;
}

/**
 * Reads a script and everything that it is run with. Rejects with the file system's error if it cannot be read, with
 * UnknownExpectation if nobody knows what it says that it should do, with ScriptRefused if no sandbox could hold it.
 */
export async function stage(given: DryRunRequest, readScript: ReadScript): Promise<Staging> {
  const { timeout, version } = given;
  const alert = eventFor(version, given.alert);
  const request = { ...given, alert };
  const [own, ...siblings] = await programs(request.script);
  const { name, content } = own;
  const limits = { ...usualLimits, ...request.limits };
  const subject: Subject = { ...request, name, other: otherTarget(alert), limits };
  const script = await readScript(content.toString(), name);
  // What the bytes of a compiled program happen to spell says nothing.
  const { text, code } = compiledFor(script.text) === undefined ? script : { text: '', code: '' };
  if (request.expected === undefined) mustBeUnderstood(script);
  const tools = toolsOf(script);
  const occasion: Occasion = { text, tools, fileName: name, alert, timeout, version };
  const stateful = timeout !== 0 || expectsDelete(script);
  const executable = await isExecutable(request.script);
  const alerts = request.fitted === true ? [] : [alert];
  const found = staticFindings(script, { alerts, stateful, executable });
  const tried = mended(own, found);
  const inText = tellMended(found, tried);
  const deployed = [tried.program, ...siblings];
  return {
    occasion,
    stateful,
    notRun: notRun(script, found, request.expected),
    perform: (
      scenario,
      { signal, heard = () => undefined, pause = async () => undefined },
      setting = scenario.settings?.(occasion)[0] ?? {},
    ) => {
      const packed = baggage(request, subject, deployed, scenario, setting);
      return inSandbox(
        () => open(request.sandbox, packed, limits, pipes(scenario, setting)),
        signal,
        (sandbox) => play(scenario, setting, subject, sandbox, { heard, pause }),
      );
    },
    trial: (main, probes, plain) => ({
      ...subject,
      targets: targets(alert),
      main,
      sessions: [main, ...probes],
      expectation: plain
        ? plain.expectation
        : expectationOf({ expected: request.expected, text, code }, main),
      code,
      inText,
      unread: saysUnread(script),
      plain,
    }),
  };
}

/** Whether a file may be run by whoever may; Windows goes by the name alone. */
async function isExecutable(path: string): Promise<boolean> {
  return process.platform === 'win32' || ((await stat(path)).mode & 0o111) !== 0;
}

/**
 * How many pipes a scenario takes: each alert starts the script, and if one waits long enough, each is undone. What puts
 * entries of others on the host is started as an undo is.
 */
function pipes({ acts }: Scenario, { foreign = [] }: Setting): number {
  let [started, pending, undone] = [0, 0, foreign.length > 0 ? 1 : 0];
  for (const act of acts) {
    const alerts = act.kind === 'alert' ? 1 : act.kind === 'alerts at once' ? act.alerts.length : 0;
    started += act.kind === 'line' ? 1 : alerts;
    pending += act.kind === 'line' ? 1 : alerts;
    if (act.kind === 'delete') undone++;
    if (act.kind === 'wait') [undone, pending] = [undone + pending, 0];
  }
  return started * pipesPerStart.add + undone * pipesPerStart.delete;
}

function baggage(
  request: DryRunRequest,
  subject: Subject,
  deployed: Baggage['programs'],
  { acts }: Scenario,
  { hidden = [], withoutLogs = false, silent = false, refuses = false }: Setting,
): Baggage {
  const changed = acts.flatMap((act) =>
    act.kind === 'alert' && act.change ? [act.change(request.alert)] : [],
  );
  const known = [request.alert, subject.other, ...changed].flatMap((alert) => (alert ? targets(alert) : []));
  const values = (kind: Target['kind']) => [
    ...new Set(known.filter((target) => target.kind === kind).map(({ value }) => value)),
  ];
  return {
    programs: deployed,
    binding: { name: responseName(request.timeout), executable: subject.name, timeout: request.timeout },
    users: values('user').filter(isAccountName),
    files: values('file'),
    words: request.extraArgs,
    processes: values('process').map((pid) => ({
      pid: Number(pid),
      name: programIn(request.alert) ?? 'sleep',
    })),
    workspace: request.workspaceFolder,
    show: request.show,
    hidden,
    withoutLogs,
    silent,
    refuses,
    network: networkFor(request.alert.agent, attackerIn(acts, request.alert)),
  };
}

/** What useradd takes for a name on any Linux: others would spoil the lines of /etc/passwd. */
function isAccountName(name: string): boolean {
  return /^[a-z_][\w.-]{0,31}$/i.test(name);
}

async function open(
  kind: DryRunRequest['sandbox'],
  packed: Baggage,
  limits: Subject['limits'],
  count: number,
): Promise<Sandbox> {
  if (kind === 'none') return openNone(packed, count);
  noneHere();
  try {
    return await openOverlay(contents(packed), limits, count);
  } catch (problem) {
    // What this script brings may be at fault: that is no reason to run it without a sandbox.
    if (!(problem instanceof SandboxRefused) || (await probeSandbox()).kind === 'none') throw problem;
    throw new ScriptRefused(
      t('The sandbox works, but not with what this script brings: {0}', problem.reason),
    );
  }
}

/** Opens a sandbox, works in it, and closes it again: when the work is done, has failed, or was aborted. */
async function inSandbox(
  opening: () => Promise<Sandbox>,
  signal: AbortSignal,
  work: (sandbox: Sandbox) => Promise<Session>,
): Promise<Session> {
  signal.throwIfAborted();
  const sandbox = await opening();
  // With the sandbox the script ends, and with it the work.
  const close = () => void sandbox.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    signal.throwIfAborted();
    return await work(sandbox);
  } catch (problem) {
    signal.throwIfAborted();
    throw problem;
  } finally {
    signal.removeEventListener('abort', close);
    await sandbox.close();
    signal.throwIfAborted();
  }
}
