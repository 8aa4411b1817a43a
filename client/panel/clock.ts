import { t } from '@vscode/l10n';

/** A moment of the simulated clock, in ms since the run began, as every row shows it: `0.038 s`, `601.066 s`. */
export function moment(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  return t('{0} s', seconds.toFixed(seconds < 10_000 ? 3 : 0));
}

/** How long something took: `66 ms`, `10.0 s`, `601 s`. */
export function duration(ms: number): string {
  if (ms < 10_000) return t('{0} ms', Math.round(ms));
  return t('{0} s', ms < 60_000 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000));
}
