import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/checks';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { plainText } from '../../server/language/completion/without-snippets';
import { customRule, testContext } from '../../server/testing/context';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const file = path.resolve(import.meta.dirname, '../../snippets/ossec-conf.json');
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(file, 'utf8'));

/** The texts that a snippet can become by choosing: each choice of each place once, the others at their first. */
function expansions(body: string): readonly string[] {
  const texts = new Set([plainText(body)]);
  for (const [place, list = ''] of body.matchAll(/\$\{\d+\|([^|]*)\|\}/g)) {
    for (const choice of list.split(',')) texts.add(plainText(body.replace(place, choice)));
  }
  return [...texts];
}

/** A manager's file that has what a response needs, around the text of a snippet; agent.conf is a file by itself. */
function around(text: string): string {
  if (text.startsWith('<agent_config')) return text;
  const command = (name: string, timeout: string) =>
    `<command><name>${name}</name><executable>${name}</executable><timeout_allowed>${timeout}</timeout_allowed></command>`;
  return `<ossec_config>
<remote><connection>secure</connection></remote>
${command('firewall-drop', 'yes')}
${command('restart-wazuh', 'no')}
${text}
</ossec_config>`;
}

describe.each(Object.entries(snippets))('the snippet "%s"', (_, { prefix, description, body }) => {
  it('is offered where a tag is typed', () => {
    expect(prefix).toMatch(/^<[a-z_-]+( [a-z_-]+)?$/);
    expect(body[0]?.startsWith(prefix.split(' ')[0] ?? '')).toBe(true);
    expect(description).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(expansions(body.join('\n')))('becomes what Wazuh accepts, choice %#', (text) => {
    const context = { ...stockContext, rules: testContext({ customRules: [customRule(100200)] }).rules };
    expect(check(parsed(around(text)), context).map(({ code, message }) => `${code}: ${message}`)).toEqual(
      [],
    );
  });
});
