import { describe, expect, it } from 'vitest';
import { stockCatalog } from '../catalog/for-tests';
import { cpuTime } from '../growth-for-tests';
import { parseGroups, type RuleSummary } from '../ruleset';
import type { Alert, Json } from './alert';
import { alertFor } from './alert-for';
import { field, fieldPaths } from './field';
import { dstuser, srcip } from './lookup';
import { tree } from './tree';

const rules = new Map(stockCatalog.stockRules.map((rule) => [rule.id, rule]));

function stock(id: number): RuleSummary {
  const rule = rules.get(id);
  if (!rule) throw new Error(`no stock rule ${id}`);
  return rule;
}

/** A rule of local_rules.xml. */
function custom(groupText: string, parents: readonly number[]): RuleSummary {
  return {
    id: 100_001,
    level: 12,
    summary: 'Own rule',
    file: 'local_rules.xml',
    groupText,
    ...parseGroups(groupText),
    mitre: ['T1110', 'T9999'],
    parents,
    noActiveResponse: false,
    noAlert: false,
    source: { uri: 'file:///local_rules.xml', line: 3 },
  };
}

describe('an alert made for a rule', () => {
  it('carries what a rule says of itself', () => {
    const { alert, confidence } = alertFor(stock(5712), stockCatalog);
    expect(confidence).toBe('measured');
    expect(alert).toMatchObject({
      rule: {
        level: 10,
        id: '5712',
        mitre: { id: ['T1110'], tactic: ['Credential Access'], technique: ['Brute Force'] },
        frequency: 8,
        mail: false,
        groups: ['syslog', 'sshd', 'authentication_failures'],
        pci_dss: ['11.4', '10.2.4', '10.2.5'],
      },
      decoder: { name: 'sshd' },
      data: { srcip: '203.0.113.45' },
    });
  });

  it.each<[string, RuleSummary, string, string]>([
    ['its own alerts', stock(550), 'measured', 'syscheck.sha256_after'],
    ['its sample', stock(80792), 'family', 'data.audit.execve.a0'],
    ['what it needs', stock(23504), 'family', 'data.vulnerability.cve'],
    ['its parents', custom('local,', [5710]), 'family', 'data.srcuser'],
    [
      'the group it builds on',
      { ...custom('local,', []), parentGroups: ['vsftpd'] },
      'family',
      'data.status',
    ],
    ['its group', custom('local,web,accesslog,', [100_000]), 'family', 'data.url'],
    ['a guess', custom('local_quux,', [100_000]), 'guessed', 'data.srcip'],
  ])('has the fields of %s', (_, rule, confidence, path) => {
    const made = alertFor(rule, stockCatalog);
    expect(made.confidence).toBe(confidence);
    expect(fieldPaths(made.alert)).toContain(path);
  });

  it.each<[rule: number, Readonly<Record<string, Json>>]>([
    [554, { 'syscheck.event': 'added', 'syscheck.path': '/tmp/dropper.bin' }],
    [553, { 'syscheck.event': 'deleted' }],
    [550, { 'syscheck.event': 'modified' }],
    [598, { 'syscheck.event': 'added' }],
    [597, { 'syscheck.event': 'deleted' }],
    [594, { 'syscheck.event': 'modified', 'syscheck.changed_attributes': ['mtime'] }],
    [752, { 'syscheck.event': 'added' }],
    [751, { 'syscheck.event': 'deleted' }],
    [60106, { 'data.win.system.eventID': '4624', 'data.win.system.severityValue': 'AUDIT_SUCCESS' }],
    [60122, { 'data.win.system.eventID': '4625' }],
    [61603, { 'data.win.system.channel': 'Microsoft-Windows-Sysmon/Operational' }],
    [92052, { 'data.win.system.eventID': '1' }],
    [31101, { 'data.id': '404' }],
    [31122, { 'data.id': '500' }],
    [87105, { 'data.integration': 'virustotal' }],
  ])('holds what rule %i asks for', (id, values) => {
    const { alert } = alertFor(stock(id), stockCatalog);
    expect(Object.fromEntries(Object.keys(values).map((path) => [path, field(alert, path)]))).toEqual(values);
  });

  it('says of a file that has changed how it was before', () => {
    const { alert } = alertFor(stock(550), stockCatalog);
    for (const name of ['md5', 'sha1', 'sha256'])
      expect(field(alert, `syscheck.${name}_before`)).not.toBe(field(alert, `syscheck.${name}_after`));
    expect(alert.full_log).toBe("File '/tmp/dropper.bin' modified\nMode: realtime\n");
  });

  it('has the fields of the stock rule that a custom one builds on over another', () => {
    const [one, other] = [custom('local,', [550]), { ...custom('local,', [100_001]), id: 100_002 }];
    const made = alertFor(other, stockCatalog, { get: (id) => (id === 100_001 ? one : rules.get(id)) });
    expect(made.confidence).toBe('family');
    expect(field(made.alert, 'syscheck.event')).toBe('modified');
  });

  it('names only techniques that Wazuh would', () => {
    expect(field(alertFor(custom('a,', []), stockCatalog).alert, 'rule.mitre.id')).toEqual(['T1110']);
  });

  it('is the same every time', () => {
    expect(alertFor(stock(60122), stockCatalog)).toEqual(alertFor(stock(60122), stockCatalog));
  });

  it('has every field that all alerts of its rule were seen to have, for all stock rules', {
    timeout: 200_000,
  }, () => {
    const missingIn = (rule: RuleSummary) => {
      const { alert } = alertFor(rule, stockCatalog);
      const paths = fieldPaths(alert);
      const wanted = stockCatalog.ruleFields(rule.id)?.always ?? [];
      // An array is seen empty here and with objects there: then the objects count.
      return wanted.filter(
        (path) => !paths.some((known) => known.startsWith(path.replace('.*.', '.example.'))),
      );
    };
    const took = cpuTime(() => expect(stockCatalog.stockRules.flatMap(missingIn)).toEqual([]));
    expect(took).toBeLessThan(20_000);
  });

  it('gives the stock scripts what they were seen to find, for all stock rules', () => {
    for (const rule of stockCatalog.stockRules) {
      const seen = stockCatalog.ruleFields(rule.id);
      if (!seen) continue;
      const { alert } = alertFor(rule, stockCatalog);
      if (seen.srcip.ok === seen.samples) expect([rule.id, srcip(alert).kind]).toEqual([rule.id, 'ok']);
      if (seen.srcip.none === seen.samples) expect([rule.id, srcip(alert).kind]).toEqual([rule.id, 'none']);
      if (seen.dstuser.ok === seen.samples) expect([rule.id, dstuser(alert).kind]).toEqual([rule.id, 'ok']);
    }
  });
});

it.each<[readonly string[], Alert]>([
  [['a.b', 'a.c', 'd'], { a: { b: 0, c: 1 }, d: 2 }],
  [['a[].b', 'a[].c'], { a: [{ b: 0, c: 1 }] }],
  [['a[]', 'b[][]'], { a: [0], b: [[1]] }],
  [['x.cmmc_v2.0', 'x.pci_dss_v3.2.1'], { x: { 'cmmc_v2.0': 0, 'pci_dss_v3.2.1': 1 } }],
  [['a.*.b'], { a: { example: { b: 0 } } }],
  [['a', 'a.b'], { a: { b: 1 } }],
  [[], {}],
])('a tree of %j', (paths, expected) => {
  expect(tree(paths.map((path, index) => [path, index]))).toEqual(expected);
});
