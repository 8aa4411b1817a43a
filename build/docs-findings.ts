import { runHeaders } from '../dryrun';
import { type FindingHeader, staticHeaders } from '../script-checks';
import type { Book } from './book';

const note =
  '<!-- Generated from the headers in script-checks and dryrun/findings by `npm run docs`. Edit there, not here. -->';

/** A code, with what its headers say and where it shows: in the text, in a run, or both. */
interface Entry {
  readonly header: FindingHeader;
  readonly seen: string;
}

/** The codes by name. Where text and run both show one, the run's header explains it. */
function entries(): readonly Entry[] {
  const inText = new Map(staticHeaders.map((header) => [header.code, header]));
  const inRun = new Map(runHeaders.map((header) => [header.code, header]));
  return [...new Map([...inText, ...inRun]).values()]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((header) => ({ header, seen: where(inText.has(header.code), inRun.has(header.code)) }));
}

function where(text: boolean, run: boolean): string {
  if (text && run) return 'Seen in the text of a script, and in a dry run.';
  return text ? 'Seen in the text of a script.' : 'Seen in a dry run.';
}

function page({ header: { code, title, explanation }, seen }: Entry): string {
  return `${note}\n\n# ${title}\n\n\`${code}\` · ${seen}\n\n${explanation}\n\n[All findings](README.md)\n`;
}

function index(all: readonly Entry[]): string {
  const rows = all.map(
    ({ header: { code, title }, seen }) => `| [\`${code}\`](${code}.md) | ${title} | ${seen} |`,
  );
  return `${note}

# Findings

What a dry run and the editor say about a script. A script with a finding fails its dry run.

| code | | |
|---|---|---|
${rows.join('\n')}
`;
}

/** The pages of the findings. */
export function findingsBook(): Book {
  const all = entries();
  return {
    folder: 'docs/findings',
    pages: new Map([
      ['README.md', index(all)],
      ...all.map((one): [string, string] => [`${one.header.code}.md`, page(one)]),
    ]),
  };
}
