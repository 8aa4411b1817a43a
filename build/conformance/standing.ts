import { allChecks, type Check } from '../../server/checks';
import type { VectorKind } from '../../test/conformance/vectors';
import type { Line } from './line';
import type { Comparison, Measured, Row, Unheard } from './measure';

/** How often we say what Wazuh says, and how often at least we must. */
export interface Standing {
  readonly what: string;
  readonly agreed: number;
  readonly counted: number;
  /** The least share, from 0 to 1. */
  readonly least: number;
}

/** A check that speaks where Wazuh keeps quiet. */
export interface Quiet {
  readonly check: Check;
  /** How often it did on these files. */
  readonly count: number;
  readonly first: Unheard | undefined;
}

/** What measuring all files came to. */
export interface Result {
  readonly files: number;
  readonly standings: readonly Standing[];
  /** What we do not say, or say otherwise. */
  readonly disagreements: readonly Comparison[];
  /** Files refused for nothing but what was not on the machine. */
  readonly machineFiles: number;
  /** Lines that nobody can foretell from the file alone, and partings, each with how often it was written. */
  readonly apart: readonly { readonly worth: Line['worth']; readonly text: string; readonly count: number }[];
  /** The named silent traps, and checks that are none and yet speak where Wazuh keeps quiet. */
  readonly traps: readonly Quiet[];
  readonly unnamed: readonly Quiet[];
}

const kinds: Readonly<Record<VectorKind, { readonly title: string; readonly least: number }>> = {
  x: { title: 'made by hand: XML', least: 1 },
  a: { title: 'made by hand: command, active-response', least: 1 },
  g: { title: 'made by hand: other sections', least: 0.999 },
  ar: { title: 'generated: command, active-response', least: 1 },
  section: { title: 'generated: other sections', least: 0.999 },
  agent: { title: 'generated: an agent’s file', least: 1 },
  xml: { title: 'generated: damaged XML', least: 1 },
};

const rows: Readonly<Record<Exclude<Row, 'verdict'>, number>> = {
  'XML line': 1,
  'number in command and active-response': 1,
  'first error of each daemon': 0.99,
  warning: 0.95,
};

/** Adds up what was measured. */
export function result(measured: readonly Measured[]): Result {
  const comparisons = measured.flatMap((one) => one.comparisons);
  const unheard = measured.flatMap((one) => one.unheard);
  const quiet = allChecks.map((check): Quiet => {
    const own = unheard.filter(({ diagnostic }) => diagnostic.code === check.code);
    return { check, count: own.length, first: own[0] };
  });
  return {
    files: measured.length,
    standings: standings(comparisons),
    disagreements: comparisons.filter(({ agreed }) => !agreed),
    machineFiles: measured.filter(({ dependsOnMachine }) => dependsOnMachine).length,
    apart: tally(measured.flatMap((one) => one.apart)),
    traps: quiet.filter(({ check }) => check.silent !== undefined),
    unnamed: quiet.filter(({ check, count }) => check.silent === undefined && count > 0),
  };
}

/** Whether Wazuh is foretold as often as must be, and nothing is said beyond it but named silent traps. */
export function holds({ standings, unnamed }: Result): boolean {
  return unnamed.length === 0 && standings.every(({ agreed, counted, least }) => agreed >= least * counted);
}

function standings(comparisons: readonly Comparison[]): readonly Standing[] {
  const standing = (what: string, least: number, own: readonly Comparison[]): Standing => ({
    what,
    least,
    agreed: own.filter(({ agreed }) => agreed).length,
    counted: own.length,
  });
  const verdicts = comparisons.filter(({ row }) => row === 'verdict');
  return [
    ...Object.entries(kinds).map(([kind, { title, least }]) =>
      standing(
        `accepted or refused, ${title}`,
        least,
        verdicts.filter(({ vector }) => vector.kind === kind),
      ),
    ),
    ...Object.entries(rows).map(([name, least]) =>
      standing(
        name,
        least,
        comparisons.filter(({ row }) => row === name),
      ),
    ),
  ];
}

/** Lines that differ only in names and numbers count as one. */
function tally(lines: readonly Line[]): Result['apart'] {
  const counts = new Map<string, { worth: Line['worth']; text: string; count: number }>();
  for (const { worth, text } of lines) {
    const alike = text.replace(/'[^']*'/g, '’…’').replace(/\[\(\d+\)-\(.*?\)\]/g, '…');
    const entry = counts.get(alike) ?? { worth, text: alike, count: 0 };
    entry.count++;
    counts.set(alike, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
