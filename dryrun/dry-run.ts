import type { Trial } from './findings/finding';
import { reportNotRun } from './not-run';
import type { Report } from './report';
import { report } from './reporting';
import type { DryRunOptions, DryRunRequest } from './request';
import { add, probe, scenarioNamed } from './scenarios';
import { type Staging, stage } from './staging';

/**
 * Runs a script as wazuh-execd would and reports what was said, what it did, and what is wrong with it. Nothing of it
 * outlives the run, also when that is aborted.
 *
 * Rejects with SandboxRefused where no sandbox can be had and `none` was not asked for, with the signal's reason when
 * the run is aborted, and with the file system's error if the script cannot be read.
 */
export async function dryRun(request: DryRunRequest, options: DryRunOptions): Promise<Report> {
  const began = performance.now();
  options.signal.throwIfAborted();
  const staging = await stage(request, options.readScript);
  if (staging.notRun) return reportNotRun(staging.notRun, request, performance.now() - began);
  const trial = await tried(request, staging, options);
  return report(trial, request, performance.now() - began);
}

/**
 * Plays the scenario that was asked for, and beside it a plain add to compare with; without one the usual, and beside it
 * a probe of the handshake.
 */
async function tried(
  { scenario, timeout }: DryRunRequest,
  staging: Staging,
  { signal, onProgress: heard, pause }: DryRunOptions,
): Promise<Trial> {
  const chosen = scenarioNamed(scenario ?? (timeout === 0 ? 'add' : 'add-delete'));
  const main = staging.perform(chosen, { signal, heard, ...(pause ? { pause } : {}) });
  if (scenario === undefined) {
    const beside = timeout === 0 ? [] : [staging.perform(probe, { signal })];
    const [first, ...probes] = await all([main, ...beside]);
    return staging.trial(first, probes);
  }
  const plain = chosen === add ? [] : [staging.perform(add, { signal })];
  const [first, base] = await all([main, ...plain]);
  return staging.trial(first, [], base && staging.trial(base, []));
}

/** Waits for all, so that none goes on when one has failed. */
async function all<T>(works: readonly [Promise<T>, ...Promise<T>[]]): Promise<[T, ...T[]]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
