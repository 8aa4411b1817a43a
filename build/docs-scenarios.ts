import {
  everyScenarioFails,
  expectedDeeds,
  expectedMeans,
  scenarioFindings,
  scenarioNames,
  scenarioSummary,
} from '../dryrun';
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
that a host may lack does not miss one.

## Three verdicts

| Verdict | What it means | JUnit | Test Explorer | Exit status |
| --- | --- | --- | --- | --- |
| _passed_ | What it should do was seen. | passed | passed | 0 |
| _failed_ | Something wrong was seen, or it should have acted and did not. | \`failure\` | failed | 1 |
| _not shown_ | Nothing was seen that speaks for or against it. It says why, and what to do. | \`skipped\` | skipped | 1; with \`--allow-not-shown\` 0 |

One cause fails one scenario: those behind it that cannot get further for the same cause are _not shown_. The script
itself is green in the Test Explorer only if every scenario passed.

## What it should do

A script passes if it does what it is there for. That is, in this order:

1. what you say: \`--expect 'blocks the address'\`, or the setting \`wazuh.dryRun.expect\`;
2. what the script says of itself, in a comment: \`# wazuh-ar: blocks the address\` (in a \`.cmd\` file with \`rem\`).
   _Wazuh: Say What a Script Should Do…_ writes it;
3. what it is seen to do in the plain run;
4. what its text has commands for.

| Expectation | What has to be seen |
| --- | --- |
${expectedDeeds.map((deed) => `| \`${deed}\` | ${expectedMeans(deed)} |`).join('\n')}

One word is enough where it is clear: \`--expect blocks\`. Whoever says it is taken at their word: where nothing of it is
seen, the script has failed.

## The scenarios

A script that waits for ever fails in each of them, or cannot be read:
${everyScenarioFails.map(link).join(', ')}.

| Scenario | What happens, and what must hold | Fails with |
| --- | --- | --- |
${rows.join('\n')}
`;
  return { folder: 'docs/scenarios', pages: new Map([['README.md', page]]) };
}
