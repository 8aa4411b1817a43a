import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockCatalog } from '../catalog/for-tests';
import { cpuTime } from '../growth-for-tests';
import { parseGroups } from './groups';
import type { RuleSummary } from './rule';
import { ruleIndex } from './rule-index';

const stock = ruleIndex(stockCatalog, []);

/** A custom rule of local_rules.xml. */
function custom(id: number, groupText: string, more: Partial<RuleSummary> = {}): RuleSummary {
  return {
    id,
    level: 5,
    summary: `Custom ${id}`,
    file: 'local_rules.xml',
    groupText,
    ...parseGroups(groupText),
    mitre: [],
    parents: [],
    noActiveResponse: false,
    noAlert: false,
    source: { uri: 'file:///local_rules.xml', line: 0 },
    ...more,
  };
}

function ids(rules: readonly RuleSummary[]): readonly number[] {
  return rules.map((rule) => rule.id);
}

describe('search by words', () => {
  // What a person types, and the rule that must be among the first three.
  it.each([
    ['ssh brute force', 5712],
    ['brute force ssh', 5763],
    ['sshd bruteforce', 5712],
    ['user failed ssh', 5716],
    ['pam login failed', 5503],
    ['invalid user ssh', 5710],
    ['sudo root', 5402],
    ['sql injection', 31103],
    ['SQL INJECTIONS', 31103],
    ['xss', 31154],
    ['shellshock', 31168],
    ['file integrity changed', 550],
    ['syscheck file deleted', 553],
    ['new file', 554],
    ['agent disconnected', 504],
    ['windows logons fail', 60204],
    ['suricata alert', 99915],
    ['rootkit', 521],
    ['docker container', 87924],
    ['vsftpd brute', 11451],
    ['virustotal engines', 87105],
    ['guardduty port probe', 80305],
    ['office 365 logon', 91545],
    ['command audit log', 80792],
    ['modsecurity attempts', 30119],
    ['T1110.001 pam', 5503],
    ['password guessing ssh', 5710],
    ['vulnerab cve', 23505],
  ])('%s: %i', (query, id) => {
    expect(ids(stock.search(query, 3))).toContain(id);
  });

  it('finds nothing for nothing', () => {
    expect(stock.search('', 10)).toEqual([]);
    expect(stock.search(' ,.', 10)).toEqual([]);
    expect(stock.search('zzzzqqq', 10)).toEqual([]);
  });

  it('prefers rules that alert over their silent parents', () => {
    const found = stock.search('suricata', 20);
    expect(found.length).toBeGreaterThan(2);
    expect(found.at(-1)?.level).toBe(0);
  });

  it('finds custom rules by their description', () => {
    const rules = ruleIndex(stockCatalog, [custom(100_001, 'local,', { summary: 'Quasiblob seen' })]);
    expect(ids(rules.search('quasi', 3))).toEqual([100_001]);
  });

  it('answers within 5 ms once it is warm', () => {
    const queries = [
      'ssh brute force',
      'windows logon failure',
      's',
      'multiple authentication failures',
      '57',
    ];
    for (const query of queries) stock.search(query, 50);
    const times = Array.from(
      { length: 5 },
      () =>
        cpuTime(() => {
          for (const query of queries) stock.search(query, 50);
        }) / queries.length,
    );
    expect(Math.min(...times)).toBeLessThan(5);
  });
});

describe('search by id', () => {
  it.each([
    ['5712', 1, [5712]],
    ['57', 3, [5700, 5701, 5702]],
    [' 5712 ', 1, [5712]],
    ['60204', 5, [60204]],
    ['57', 0, []],
  ])('%s, at most %i', (query, limit, expected) => {
    expect(ids(stock.search(query, limit))).toEqual(expected);
  });

  it('puts ids before words', () => {
    const [first, second] = stock.search('404', 2);
    expect(first?.id).toBe(404);
    expect(second?.summary).toContain('404');
  });
});

it('a search never throws and keeps to its limit', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
      fc.integer({ min: -1, max: 30 }),
      (query, limit) => {
        const found = stock.search(query, limit);
        expect(found.length).toBeLessThanOrEqual(Math.max(0, limit));
        expect(new Set(found).size).toBe(found.length);
      },
    ),
    { numRuns: 200 },
  );
});

it('a rule is found by any beginning of the words of its summary, in any order', () => {
  const rule = fc.constantFrom(...stockCatalog.stockRules);
  fc.assert(
    fc.property(rule, fc.integer({ min: 3, max: 8 }), (wanted, length) => {
      const words = wanted.summary.match(/[a-z0-9]+/gi) ?? [];
      const query = words
        .map((word) => word.slice(0, length))
        .toReversed()
        .join(' ');
      expect(stock.search(query, 5000)).toContain(wanted);
    }),
    { numRuns: 100 },
  );
});

describe('rules of one id', () => {
  const former = stock.get(5712);

  it('keeps the first one, as analysisd skips a repeated id', () => {
    const rules = ruleIndex(stockCatalog, [
      custom(5712, 'local,'),
      custom(100_001, 'a,'),
      custom(100_001, 'b,'),
    ]);
    expect(rules.get(5712)).toBe(former);
    expect(rules.get(100_001)?.groupText).toBe('a,');
  });

  it('takes one that overwrites, with the parents of the former', () => {
    const own = custom(5712, 'local,', { overwrite: true, parents: [1] });
    expect(ruleIndex(stockCatalog, [own]).get(5712)).toEqual({ ...own, parents: former?.parents });
  });

  it('takes a file named like the stock one for a copy of it', () => {
    const own = custom(5712, 'local,', { file: '0095-sshd_rules.xml' });
    expect(ruleIndex(stockCatalog, [own]).get(5712)).toBe(own);
  });
});

describe('groups', () => {
  it('counts rules, compliance behind the others', () => {
    const names = [...stock.groups.keys()];
    expect(stock.groups.get('sshd')).toBe(
      stock.inGroup('sshd').filter((rule) => rule.groups.includes('sshd')).length,
    );
    expect(names.slice(0, 50).some((name) => name.startsWith('pci_dss_'))).toBe(false);
    expect(stock.groups.get('pci_dss_10.2.4')).toBeGreaterThan(100);
    expect(names.indexOf('pci_dss_10.2.4')).toBeGreaterThan(names.indexOf('sshd'));
  });

  it.each([
    ['authentication_failures,', 5712, true],
    ['AUTHENTICATION_FAILURES,', 5712, true],
    ['authentication', 5712, true],
    ['sshd,|web,', 5712, true],
    ['web,', 5712, false],
    ['pci_dss_10.2.4,', 5710, true],
    ['pci_dss_10\\d', 5710, false],
    ['^syslog,', 5712, true],
    ['^sshd,', 5712, false],
    // The group string of 2101 ends in `pci_dss_10.6.3`, without a comma.
    ['pci_dss_10.6.3,', 2101, false],
    ['pci_dss_10.6.3', 2101, true],
    // An empty alternative matches every rule.
    ['web,|', 5712, true],
    ['(sshd', 5712, false],
  ])('rules_group %s and rule %i: %s', (expression, id, expected) => {
    expect(ids(stock.inGroup(expression)).includes(id)).toBe(expected);
  });

  it('lists in the order of the ids', () => {
    const found = ids(stock.inGroup('sshd,'));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    const high = stock.atLevel(15);
    expect(high.length).toBeGreaterThan(10);
    expect(high.every((rule) => rule.level >= 15)).toBe(true);
  });
});

it('reads nothing before the first question', () => {
  const rules = ruleIndex(
    {
      get stockRules(): readonly RuleSummary[] {
        throw new Error('catalog file stock-rules.ndjson: cannot be read');
      },
      mitre: () => undefined,
    },
    [],
  );
  expect(() => rules.get(1)).toThrow('stock-rules.ndjson');
});
