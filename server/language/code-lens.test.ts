import { describe, expect, it } from 'vitest';
import { testContext, testText } from '../testing/context';
import { codeLenses, scriptLenses } from './code-lens';

const context = testContext({
  scripts: [{ name: 'x.py', uri: 'file:///workspace/bin/x.py', executable: true }],
});
const command = (executable: string) =>
  `<command><name>x</name><executable>${executable}</executable></command>`;
const response = (options: string) => `<⟦active-response⟧><command>x</command>${options}</active-response>`;
const manager = (...blocks: string[]) => `<ossec_config>\n${blocks.join('\n')}\n</ossec_config>\n`;
const titles = (marked: string, version: '4.14' | '5.0' = '4.14') =>
  codeLenses(testText(marked).document, { ...context, version }).map((lens) => lens.command?.title);

describe('code lenses', () => {
  it.each([
    [
      'a script of the workspace',
      manager(command('x.py'), response('<location>local</location><rules_id>5710,5712</rules_id>')),
      ['▷ Dry run', 'Runs on the reporting agent · fires on 2 rules'],
    ],
    [
      'a program that is elsewhere',
      manager(command('firewall-drop'), response('<location>server</location><rules_id>5710</rules_id>')),
      ['Runs on the manager · fires on 1 rule'],
    ],
    [
      'every agent',
      manager(command('y'), response('<location>all</location><rules_id>5710</rules_id>')),
      ['Runs on every active agent · fires on 1 rule'],
    ],
    [
      'one agent',
      manager(command('y'), response('<location>defined-agent</location><agent_id>007</agent_id>')),
      ['Runs on agent 007 · fires on 0 rules'],
    ],
    [
      'rules that cannot start it',
      manager(command('y'), response('<location>local</location><rules_id>5700,5710</rules_id>')),
      ['Runs on the reporting agent · fires on 1 rule'],
    ],
    ['a disabled one', manager(response('<disabled>yes</disabled>')), ['Disabled: Wazuh leaves it out']],
    ['nothing where Wazuh refuses', manager('<remote></remote>', response('<location>local</location>')), []],
    ["nothing in an agent's file", manager('<client></client>', response('<location>local</location>')), []],
  ])('%s', (_, marked, expected) => {
    expect(titles(marked)).toEqual(expected);
  });

  it('are not there for Wazuh 5, which reads no responses from the file', () => {
    const marked = manager(command('x.py'), response('<location>local</location>'));
    expect(titles(marked, '5.0')).toEqual([]);
  });

  it('run the script of the block at their place', () => {
    const { document, ranges } = testText(
      manager(command('x.py'), response('<location>local</location><rules_id>5710</rules_id>')),
    );
    const [range] = ranges.map(document.range);
    expect(codeLenses(document, context)[0]).toMatchObject({
      range,
      command: { command: 'wazuh.dryRun', arguments: [document.uri, range?.start] },
    });
  });

  it('stand on top of a script', () => {
    expect(scriptLenses('file:///x.py')).toMatchObject([
      {
        range: { start: { line: 0, character: 0 } },
        command: { command: 'wazuh.dryRun', arguments: ['file:///x.py'] },
      },
    ]);
  });
});
