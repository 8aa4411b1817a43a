import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allChecks, type Check, docsPath, type Severity } from '../server/checks';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs/diagnostics');

const note = '<!-- Generated from the headers in server/checks by `npm run docs`. Edit there, not here. -->';

const meaning: Readonly<Record<Severity, string>> = {
  error: 'Error: Wazuh refuses to start.',
  warning: 'Warning: Wazuh starts, but does not do what the text says.',
  information: 'Information: it works, and could be said better or more portably.',
  hint: 'Hint: it could be nicer.',
};

/** The page of a check. */
function page(check: Check): string {
  const { title, code, severity, wazuh, since, explanation, example } = check;
  return `${note}

# ${title}

\`${code}\` · ${meaning[severity]} · ${wazuh === null ? 'Wazuh says nothing about it.' : `Wazuh’s message: ${wazuh}.`} · Since ${since}.

${explanation}

## Not like this

${snippet(example.bad)}

## But like this

${snippet(example.good)}
${given(check)}
[All diagnostics](README.md)
`;
}

/** A snippet without its marks, as a code block; a very long line is cut. */
function snippet(text: string): string {
  const lines = text.replace(/[⟦⟧]/g, '').split('\n');
  const shown = lines.length > 40 ? [...lines.slice(0, 18), '…', ...lines.slice(-6)] : lines;
  const cut = shown.map((line) => (line.length > 200 ? `${line.slice(0, 100)} … ${line.slice(-40)}` : line));
  return `\`\`\`xml\n${cut.join('\n')}\n\`\`\``;
}

/** What the example takes for granted. */
function given({ example }: Check): string {
  const { version, scripts } = example.given ?? {};
  const facts = [
    ...(version ? [`Said when \`wazuh.version\` is ${version}.`] : []),
    ...(scripts
      ? [`Said with these scripts in the workspace: ${scripts.map(({ name }) => `\`${name}\``).join(', ')}.`]
      : []),
  ];
  return facts.length > 0 ? `\n${facts.join(' ')}\n` : '';
}

/** The index: every code by severity, worst first. */
function index(): string {
  const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
  const parts = severities.flatMap((severity) => {
    const checks = allChecks.filter((check) => check.severity === severity);
    if (checks.length === 0) return [];
    const rows = checks.map(
      ({ code, title, wazuh }) => `| [\`${code}\`](${code}.md) | ${wazuh ?? ''} | ${title} |`,
    );
    return [`## ${meaning[severity]}\n\n| code | message | |\n|---|---|---|\n${rows.join('\n')}\n`];
  });
  return `${note}

# Diagnostics

What the editor and \`wazuh-ar check\` say about a configuration. Where Wazuh 4.14 prints a numbered message, the number
stands in the second column. A code can be switched off with the setting \`wazuh.diagnostics.disabled\`. Some
diagnostics are milder in single places: their pages say when.

${parts.join('\n')}`;
}

/** File name to text of everything in the folder. */
function pages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', index()],
    ...allChecks.map((check): [string, string] => [path.basename(docsPath(check.code)), page(check)]),
  ]);
}

/** The files of the folder that differ from what the headers say, missing and superfluous ones included. */
async function stale(wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  const differing: string[] = present.filter((name) => !wanted.has(name));
  for (const [name, text] of wanted) {
    if (!present.includes(name) || (await readFile(path.join(folder, name), 'utf8')) !== text)
      differing.push(name);
  }
  return differing.sort();
}

const wanted = pages();
const differing = await stale(wanted);
if (process.argv.includes('--check')) {
  if (differing.length > 0) {
    console.error(`docs/diagnostics is stale; run npm run docs:\n  ${differing.join('\n  ')}`);
    process.exitCode = 1;
  } else console.log(`docs/diagnostics: ${wanted.size} pages up to date`);
} else {
  for (const name of differing) {
    const text = wanted.get(name);
    if (text === undefined) await rm(path.join(folder, name));
    else await writeFile(path.join(folder, name), text);
  }
  console.log(`docs/diagnostics: ${differing.length} of ${wanted.size} pages written`);
}
