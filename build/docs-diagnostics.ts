import path from 'node:path';
import { allChecks, type Check, docsPath, type Severity } from '../server/checks';
import type { Book } from './book';

const note = '<!-- Generated from the headers in server/checks by `npm run docs`. Edit there, not here. -->';

const meaning: Readonly<Record<Severity, string>> = {
  error: 'Error: Wazuh refuses to start.',
  warning: 'Warning: Wazuh starts, but does not do what the text says.',
  information: 'Information: it works, and could be said better or more portably.',
  hint: 'Hint: it could be nicer.',
};

/** The page of a check. */
function page(check: Check): string {
  const { title, code, severity, since, explanation, example, silent } = check;
  return `${note}

# ${title}

\`${code}\` · ${meaning[severity]} · ${message(check)} · Since ${since}.

${explanation}
${silent ? `\n**Silent trap.** ${silent}\n` : ''}
## Not like this

${snippet(example.bad)}

## But like this

${snippet(example.good)}
${given(check)}
[All diagnostics](README.md)
`;
}

/** What Wazuh says of it. */
function message({ wazuh, silent }: Check): string {
  if (wazuh !== null) return `Wazuh’s message: ${wazuh}.`;
  return silent ? 'Wazuh says nothing about it.' : 'Wazuh has no message number for it.';
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

/** The pages of the diagnostics. */
export function diagnosticsBook(): Book {
  return {
    folder: 'docs/diagnostics',
    pages: new Map([
      ['README.md', index()],
      ...allChecks.map((check): [string, string] => [path.basename(docsPath(check.code)), page(check)]),
    ]),
  };
}
