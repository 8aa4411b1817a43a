import { describe, expect, it } from 'vitest';
import type { RuleSummary } from '../../wazuh/ruleset';
import { type AlertSource, entries, firstChoice, type Offer, storedSource } from './alert-source';

const rule: RuleSummary = {
  id: 5712,
  level: 10,
  summary: 'SSH brute force',
  file: '0095-sshd_rules.xml',
  groups: ['sshd'],
  groupText: 'sshd,',
  mitre: [],
  compliance: {},
  parents: [],
  noActiveResponse: false,
  noAlert: false,
};

function sample(name: string, family: string) {
  return { name, title: `A ${name}`, description: '', family, rule: 1 };
}

const bare: Offer = {
  last: undefined,
  bound: [],
  fromResponse: false,
  selection: undefined,
  files: [],
  logs: [],
  samples: [sample('brute', 'sshd'), sample('sudo', 'sudo'), sample('user', 'sshd'), sample('pam', 'pam')],
};

const last = { source: { kind: 'sample', name: 'user' }, title: 'A user' } as const;

/** The list as lines: headings end with a colon. */
function lines(offer: Offer): readonly string[] {
  return entries(offer).map((entry) => (entry.kind === 'heading' ? `${entry.label}:` : entry.label));
}

describe('the list of alerts', () => {
  it('has the samples by family, and always a way to another alert', () => {
    expect(lines(bare)).toEqual([
      'Your own:',
      '$(search) For a Rule, by Number or Words…',
      '$(folder-opened) From a File…',
      'SSH:',
      'A brute',
      'A user',
      'Linux:',
      'A sudo',
      'A pam',
    ]);
  });

  it('begins with what is likeliest', () => {
    const offer: Offer = {
      ...bare,
      last,
      bound: [rule],
      selection: '{ "rule": {} }\n'.repeat(9),
      files: [{ uri: 'file:///a.alert.json', path: 'a.alert.json' }],
      logs: [{ uri: 'file:///logs/alerts.json', path: 'logs/alerts.json' }],
    };
    expect(lines(offer).slice(0, 10)).toEqual([
      'Last time:',
      'A user',
      'Made for the rules of this response:',
      'Rule 5712: SSH brute force',
      'Your own:',
      '$(search) For a Rule, by Number or Words…',
      '$(selection) The Selection',
      '$(list-filter) A Line of logs/alerts.json…',
      '$(json) a.alert.json',
      '$(folder-opened) From a File…',
    ]);
  });

  it.each<readonly [string, Partial<Offer>, string]>([
    ['the first sample', {}, 'A brute'],
    ['a rule of a response that binds the script', { bound: [rule] }, 'Rule 5712: SSH brute force'],
    ['the last alert', { bound: [rule], last }, 'A user'],
    [
      'a rule, when asked from the response',
      { bound: [rule], last, fromResponse: true },
      'Rule 5712: SSH brute force',
    ],
    ['the last alert, when the response has no rule', { last, fromResponse: true }, 'A user'],
  ])('has %s highlighted', (_, change, label) => {
    const offer = { ...bare, ...change };
    expect(firstChoice(entries(offer), offer)).toMatchObject({ label });
  });
});

describe('a remembered source', () => {
  const sources: readonly AlertSource[] = [
    { kind: 'sample', name: 'brute' },
    { kind: 'rule', id: 5712 },
    { kind: 'file', uri: 'file:///a' },
    { kind: 'text', text: '{}' },
    { kind: 'line', text: '{}' },
  ];
  it.each(sources)('$kind comes back as it was', (source) => {
    expect(storedSource(JSON.parse(JSON.stringify(source)))).toEqual(source);
  });

  it.each([
    undefined,
    null,
    'sample',
    {},
    { kind: 'sample' },
    { kind: 'rule', id: '1' },
    { kind: 'other', name: 'x' },
  ])('%j is none', (value) => {
    expect(storedSource(value)).toBeUndefined();
  });
});
