import type { Report } from './report';

/** Bytes of JSON that the longer lists of a report may take: together they stay below a megabyte. */
const most = { transcript: 300_000, effects: 300_000, log: 150_000, stderr: 100_000 } as const;

/**
 * A report of at most about a megabyte, whatever the script did. Where something was left out, it is not `whole`.
 * What came first stays; of a long stderr its beginning.
 */
export function inBudget(report: Report): Report {
  const transcript = first(report.transcript, most.transcript);
  const log = first(report.log, most.log);
  // A change is told without its diff before it is not told.
  const shown = first(report.effects, most.effects);
  const bare = report.effects.slice(shown.length).map(({ diff: _, ...effect }) => effect);
  const effects = [...shown, ...first(bare, most.effects - size(shown))];
  let left = most.stderr;
  const steps = report.steps.map((step) => {
    const stderr = beginning(step.stderr, left);
    left -= size(stderr);
    return { ...step, stderr };
  });
  const whole =
    transcript.length === report.transcript.length &&
    log.length === report.log.length &&
    shown.length === report.effects.length &&
    steps.every(({ stderr }, index) => stderr === report.steps[index]?.stderr);
  return { ...report, transcript, effects, log, steps, whole: report.whole && whole };
}

/** The first things of a list, as many as fit into so many bytes of JSON. */
function first<T>(all: readonly T[], bytes: number): readonly T[] {
  let left = bytes;
  const end = all.findIndex((one) => {
    left -= size(one) + 1;
    return left < 0;
  });
  return end === -1 ? all : all.slice(0, end);
}

function beginning(text: string, bytes: number): string {
  if (size(text) <= bytes) return text;
  // No character takes more than six bytes.
  return text.slice(0, Math.max(0, Math.floor(bytes / 6)));
}

function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
