import { describe, expect, it } from 'vitest';
import type { RuleSummary } from '../../wazuh/ruleset';
import { ruleItem } from './rule-item';
import { rulePage } from './rule-page';

const rule: RuleSummary = {
  id: 5712,
  level: 10,
  summary: 'Brute force <b> on *sshd*',
  file: '0095-sshd_rules.xml',
  groups: ['syslog', 'sshd'],
  groupText: 'syslog,sshd,',
  mitre: ['T1110', 'T9999'],
  compliance: { pci_dss: ['11.4', '10.2.4'] },
  parents: [5710, 1],
  noActiveResponse: false,
  noAlert: false,
};

const nothing = { mitre: () => undefined, ruleFields: () => undefined, ruleNeeds: () => [] };

describe('a rule in a list', () => {
  it('says what it is', () => {
    expect(ruleItem(rule)).toEqual({
      label: '5712',
      description: 'level 10',
      detail: 'Brute force <b> on *sshd* · syslog, sshd',
    });
  });

  it.each([
    [{ level: 0 }, 'level 0 · level 0: never sets off a response'],
    [{ noActiveResponse: true }, 'level 10 · no_ar: never sets off a response'],
  ])('says when it is of no use to a response: %j', (change, description) => {
    expect(ruleItem({ ...rule, ...change }).description).toBe(description);
  });
});

describe('the page of a rule', () => {
  it('leaves out what is not known, and keeps Markdown out of descriptions', () => {
    expect(
      rulePage({ ...rule, compliance: {} }, { catalog: nothing, parents: [{ ...rule, id: 5710 }] }),
    ).toBe(
      `# Rule 5712

Brute force \\<b\\> on \\*sshd\\*

Level 10 · 0095-sshd_rules.xml

## Groups

- \`syslog\`
- \`sshd\`

## MITRE ATT&CK

- T1110
- T9999

## Builds on

- 5710: Brute force \\<b\\> on \\*sshd\\*
- 1`,
    );
  });

  it('links techniques, names frameworks, and tells which fields its alerts carry', () => {
    const page = rulePage(rule, {
      catalog: {
        ...nothing,
        mitre: (id) =>
          id === 'T1110'
            ? { id, name: 'Brute Force', tactic: 'Credential Access', url: 'https://x/T1110/' }
            : undefined,
        ruleFields: () => ({
          samples: 12,
          source: 'tests',
          decoder: ['sshd'],
          always: ['data.srcip'],
          sometimes: { 'data.srcuser': 7 },
          srcip: {},
          dstuser: {},
        }),
      },
      parents: [],
    });
    expect(page).toContain('- [T1110](https://x/T1110/) Brute Force, Credential Access\n- T9999');
    expect(page).toContain('- PCI DSS: 11.4, 10.2.4');
    expect(page).toContain('## Fields in every alert\n\n- `data.srcip`');
    expect(page).toContain('- `data.srcuser` (7)\n\nSeen in 12 alerts of this rule.');
  });

  it('tells what the rule needs where no alert was seen', () => {
    const page = rulePage(rule, { catalog: { ...nothing, ruleNeeds: () => ['data.srcip'] }, parents: [] });
    expect(page).toContain('## Fields that the rule needs\n\n- `data.srcip`');
  });
});
