import { runHeaders } from '../dryrun';
import { type FindingHeader, type ScriptCheck, staticChecks } from '../script-checks';
import type { Book } from './book';

const note =
  '<!-- Generated from the headers in script-checks and dryrun/findings by `npm run docs`. Edit there, not here. -->';

/** A code, with what its headers say and where it shows: in the text, in a run, or both. */
interface Entry {
  readonly header: FindingHeader;
  /** What is found in the text, and what is right instead. */
  readonly example: ScriptCheck['example'] | undefined;
  readonly seen: string;
}

/** The codes by name. Where text and run both show one, the run's header explains it. */
function entries(): readonly Entry[] {
  const inText = new Map(staticChecks.map((check) => [check.code, check]));
  const inRun = new Map(runHeaders.map((header) => [header.code, header]));
  return [...new Map<string, FindingHeader>([...inText, ...inRun]).values()]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((header) => ({
      header,
      example: inText.get(header.code)?.example,
      seen: where(inText.has(header.code), inRun.has(header.code)),
    }));
}

function where(text: boolean, run: boolean): string {
  if (text && run) return 'Seen in the text of a script, and in a dry run.';
  return text ? 'Seen in the text of a script.' : 'Seen in a dry run.';
}

function page({ header: { code, title, explanation }, example, seen }: Entry): string {
  const parts = [note, `# ${title}`, `\`${code}\` · ${seen}`, explanation];
  if (example) {
    const { language, bad, good } = example;
    const [wrong, right] = [snippet(language, bad), snippet(language, good)];
    // What is wrong with the file itself does not show in its text.
    if (wrong !== right) parts.push('## Not like this', wrong, '## But like this', right);
  }
  return `${[...parts, '[All findings](README.md)'].join('\n\n')}\n`;
}

/** A script without its marks, as a code block; a carriage return and a NUL are made visible. */
function snippet(language: string, text: string): string {
  return `\`\`\`${language}\n${text.replace(/[⟦⟧]/g, '').replaceAll('\r', '␍').replaceAll('\0', '␀').trimEnd()}\n\`\`\``;
}

function index(all: readonly Entry[]): string {
  const rows = all.map(
    ({ header: { code, title }, seen }) => `| [\`${code}\`](${code}.md) | ${title} | ${seen} |`,
  );
  return `${note}

# Findings

What a dry run and the editor say about a script. A script with a finding fails its dry run. In the editor a code can be
switched off with the setting \`wazuh.diagnostics.disabled\`.

| code | | |
|---|---|---|
${rows.join('\n')}

## Which files are looked at

The editor looks at Python, Bash and PowerShell, by the shebang or the extension. A file counts as an active-response
script if a configuration of the workspace runs it, or if it

- lies in a folder \`active-response/bin\`,
- says \`check_keys\` outside comments,
- reads \`parameters\` … \`alert\`, as only the message of execd has them,
- reads stdin and compares the message's \`command\` with \`add\` or \`delete\`,
- reads stdin and writes to \`active-responses.log\`, or
- needs an argument, as before Wazuh 4.2, or changes the host, and writes to \`active-responses.log\`.

Nothing is said about any other script.
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
