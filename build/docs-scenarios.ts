import { everyScenarioFails, scenarioFindings, scenarioNames, scenarioSummary } from '../dryrun';
import type { Book } from './book';

const note = '<!-- Generated from dryrun/scenarios by `npm run docs`. Edit there, not here. -->';

function link(code: string): string {
  return `[\`${code}\`](../findings/${code}.md)`;
}

/** One page: every scenario, what it tries, and what makes it fail. */
export function scenariosBook(): Book {
  const rows = scenarioNames.map(
    (name) => `| \`${name}\` | ${scenarioSummary(name)} | ${scenarioFindings(name).map(link).join(', ')} |`,
  );
  const page = `${note}

# Scenarios

The ways in which \`wazuh-ar test\` and the editor’s Test Explorer try a script, each in a sandbox of its own. A script is
tried only in those that can say something about it: one that is not undone gets no \`delete\`, one that uses no command
that a host may lack does not miss one. Each says what it has shown, also where nothing is wrong.

A script that waits for ever, or that needs what this machine has not, fails in each of them:
${everyScenarioFails.map(link).join(', ')}.

| Scenario | What happens, and what must hold | Fails with |
| --- | --- | --- |
${rows.join('\n')}
`;
  return { folder: 'docs/scenarios', pages: new Map([['README.md', page]]) };
}
