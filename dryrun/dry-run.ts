import { shakesHands, staticFindings } from '../script-checks';
import type { Trial } from './findings/finding';
import { lendInterpreter, tellLent } from './interpreter';
import type { Report } from './report';
import { report } from './reporting';
import type { DryRunOptions, DryRunRequest } from './request';
import { type Baggage, contents } from './sandbox/contents';
import { type Limits, usualLimits } from './sandbox/limits';
import { openNone } from './sandbox/none';
import { openOverlay } from './sandbox/overlay';
import { noneHere } from './sandbox/probe';
import type { Sandbox } from './sandbox/sandbox';
import { programs } from './sandbox/siblings';
import { pipesPerStart } from './sandbox/start';
import { probe, type Scenario, scenarios } from './scenarios';
import { play, responseName, type Session, type Subject } from './session';
import { otherTarget, type Target, targets } from './target';

/**
 * Runs a script as wazuh-execd would and reports what was said, what it did, and what is wrong with it. Nothing of it
 * outlives the run, also when that is aborted.
 *
 * Rejects with SandboxRefused where no sandbox can be had and `none` was not asked for, with the signal's reason when
 * the run is aborted, and with the file system's error if the script cannot be read.
 */
export async function dryRun(request: DryRunRequest, { signal, onProgress }: DryRunOptions): Promise<Report> {
  const began = performance.now();
  signal.throwIfAborted();
  const [own, ...siblings] = await programs(request.script);
  const { name, content } = own;
  const lent = lendInterpreter(own);
  const subject: Subject = {
    ...request,
    name,
    other: otherTarget(request.alert),
    limits: { ...usualLimits, ...request.limits },
  };
  const packed = baggage(request, subject, [lent.program, ...siblings]);
  const [chosen, ...beside] = plans(request);
  const run = (scenario: Scenario) =>
    inSandbox(
      () => open(request.sandbox, packed, subject.limits, pipes(scenario)),
      signal,
      (sandbox) => play(scenario, subject, sandbox, (line) => scenario === chosen && onProgress?.(line)),
    );
  const [main, ...others] = await all([run(chosen), ...beside.map(run)]);
  const text = content.toString();
  const stateful = request.timeout !== 0 || shakesHands(text, name);
  const trial: Trial = {
    ...subject,
    targets: targets(request.alert),
    main,
    sessions: [main, ...others],
    inText: tellLent(staticFindings(text, name, { alert: request.alert, stateful }), lent),
  };
  return report(trial, request.script, performance.now() - began);
}

/** The scenario that was asked for; without one the usual, and beside it a probe of the handshake. */
function plans({ scenario, timeout }: DryRunRequest): readonly [Scenario, ...Scenario[]] {
  const name = scenario ?? (timeout === 0 ? 'add' : 'add-delete');
  const chosen = scenarios.find((each) => each.name === name);
  if (!chosen) throw new Error(`No scenario is called ${name}`);
  return scenario === undefined && timeout !== 0 ? [chosen, probe] : [chosen];
}

/** How many pipes a scenario takes: each alert starts the script, and if one waits long enough, each is undone. */
function pipes({ acts }: Scenario): number {
  const alerts = acts.filter(({ kind }) => kind === 'alert').length;
  const undone = acts.some(({ kind }) => kind === 'wait') ? alerts : 0;
  return alerts * pipesPerStart.add + undone * pipesPerStart.delete;
}

function baggage(request: DryRunRequest, subject: Subject, deployed: Baggage['programs']): Baggage {
  const named = [request.alert, subject.other].flatMap((alert) => (alert ? targets(alert) : []));
  const values = (kind: Target['kind']) => [
    ...new Set(named.filter((target) => target.kind === kind).map(({ value }) => value)),
  ];
  return {
    programs: deployed,
    binding: { name: responseName(request.timeout), executable: subject.name, timeout: request.timeout },
    users: values('user').filter(isAccountName),
    files: values('file'),
    workspace: request.workspaceFolder,
  };
}

/** What useradd takes for a name on any Linux: others would spoil the lines of /etc/passwd. */
function isAccountName(name: string): boolean {
  return /^[a-z_][\w.-]{0,31}$/i.test(name);
}

async function open(
  kind: DryRunRequest['sandbox'],
  packed: Baggage,
  limits: Limits,
  count: number,
): Promise<Sandbox> {
  if (kind === 'none') return openNone(packed, count);
  noneHere();
  return openOverlay(contents(packed), limits, count);
}

/** Opens a sandbox, works in it, and closes it again: when the work is done, has failed, or was aborted. */
async function inSandbox(
  opening: () => Promise<Sandbox>,
  signal: AbortSignal,
  work: (sandbox: Sandbox) => Promise<Session>,
): Promise<Session> {
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

/** Waits for all, so that none goes on when one has failed. */
async function all<T>(works: readonly [Promise<T>, ...Promise<T>[]]): Promise<[T, ...T[]]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
