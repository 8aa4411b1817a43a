import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { read } from '../os-xml';
import { type RuleSummary, ruleIndex } from '../ruleset';
import { arLines, arLineText } from './ar-conf';
import { type Configuration, configuration } from './configuration';
import { fate } from './fate';
import { boundRules, trigger } from './trigger';

/**
 * What the functions of analysisd 4.14.7 made of each case, recorded: the lines of ar.conf, the targets and timeout
 * and level of the first response, and which of five probe rules set a response off.
 */
const recorded: readonly (readonly [string, readonly string[], string, number, number, readonly number[]])[] =
  [
    ['a002', [], '', 0, 0, []],
    ['a003', ['a0 -  - 0'], 'local', 0, 0, []],
    ['a004', [], '', 0, 0, []],
    ['a007', [' a 0 - a.sh - 0'], 'local', 0, 0, []],
    ['a008', ['a - b0 - a.sh - 0'], 'local', 0, 0, []],
    ['a010', ['a0 - sub/a.sh - 0'], 'local', 0, 0, []],
    ['a011', ['a0 - /usr/bin/a.sh - 0'], 'local', 0, 0, []],
    ['a012', ['a0 - ../a.sh - 0'], 'local', 0, 0, []],
    ['a013', ['a0 - a.sh -x - 0'], 'local', 0, 0, []],
    ['a014', ['b0 - a.sh - 0'], 'local', 0, 0, []],
    ['a015', ['a0 - b.sh - 0'], 'local', 0, 0, []],
    ['a016', ['a0 - first.sh - 0'], 'local', 0, 0, []],
    ['a017', [], '', 0, 0, []],
    ['a018', [], '', 0, 0, []],
    ['a019', [], '', 0, 0, []],
    ['a024', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a028', [], '', 0, 0, []],
    ['a038', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a039', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a040', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a041', ['a0 - a.sh - 0'], 'server', 0, 0, []],
    ['a042', ['a0 - a.sh - 0'], 'server', 0, 0, []],
    ['a043', ['a0 - a.sh - 0'], 'server', 0, 0, []],
    ['a044', ['a0 - a.sh - 0'], 'all', 0, 0, []],
    ['a045', ['a0 - a.sh - 0'], 'all', 0, 0, []],
    ['a046', ['a0 - a.sh - 0'], 'all', 0, 0, []],
    ['a047', ['a0 - a.sh - 0'], 'all', 0, 0, []],
    ['a048', ['a0 - a.sh - 0'], 'server local', 0, 0, []],
    ['a049', ['a0 - a.sh - 0'], 'local all', 0, 0, []],
    ['a051', ['a0 - a.sh - 0'], 'defined-agent', 0, 0, []],
    ['a052', [], '', 0, 0, []],
    ['a053', ['a0 - a.sh - 0'], 'defined-agent', 0, 0, []],
    ['a054', [], '', 0, 0, []],
    ['a055', ['a0 - a.sh - 0'], 'defined-agent', 0, 0, []],
    ['a056', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a060', ['a0 - a.sh - 0'], 'local', 0, 5, [5710, 5711, 5712]],
    ['a061', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a062', ['a0 - a.sh - 0'], 'local', 0, 20, []],
    ['a067', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a068', ['a0 - a.sh - 0'], 'local', 0, 5, [5710, 5711, 5712]],
    ['a070', ['a600 - a.sh - 600'], 'local', 600, 0, []],
    ['a071', ['a10 - a.sh - 10'], 'local', 10, 0, []],
    ['a072', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a073', ['a-5 - a.sh - -5'], 'local', -5, 0, []],
    ['a074', ['a600 - a.sh - 600'], 'local', 600, 0, []],
    ['a075', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a076', ['a1 - a.sh - 1'], 'local', 1, 0, []],
    ['a077', ['a1 - a.sh - 1'], 'local', 1, 0, []],
    ['a078', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a079', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a080', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a081', ['a0 - a.sh - 0'], 'local', 0, 0, [5710, 5711, 5712]],
    ['a082', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a083', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a084', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a085', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a086', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a087', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a088', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a089', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a090', ['a0 - a.sh - 0'], 'local', 0, 0, [5711]],
    ['a091', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a092', ['a0 - a.sh - 0'], 'local', 0, 0, [5710, 5720]],
    ['a093', ['a0 - a.sh - 0'], 'local', 0, 0, [5710]],
    ['a094', ['a0 - a.sh - 0'], 'local', 0, 0, [5710, 5711, 5720]],
    ['a095', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a096', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a097', ['a0 - a.sh - 0'], 'local', 0, 5, [5710]],
    ['a098', ['a0 - a.sh - 0'], 'local', 0, 10, [5710, 5712]],
    ['a099', ['a0 - a.sh - 0'], 'local', 0, 0, [5710, 5720]],
    ['a100', [], '', 0, 0, []],
    ['a101', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a105', [], '', 0, 0, []],
    ['a107', ['a0 - a.sh - 0'], 'local', 0, 5, [5710, 5711, 5712]],
    ['a108', ['a0 - a.sh - 0'], 'local', 0, 5, [5710, 5711, 5712]],
    ['a110', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a111', [], '', 0, 0, []],
    ['a112', [], '', 0, 0, []],
    ['a113', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a114', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a115', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a116', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a117', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a118', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a119', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a120', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a121', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a122', ['a0 - a.sh - 0'], 'local', 0, 0, []],
    ['a126', ['a0 - a.sh - 0'], 'local', 0, 9, [5712]],
    ['a127', ['a0 - a.sh - 0', 'a0 - a.sh - 0'], 'local', 0, 5, [5710, 5711, 5712]],
    ['a128', ['a0 - a.sh - 0'], 'local', 0, 10, [5712]],
  ];

const cases = new Map(
  gunzipSync(readFileSync(path.resolve(import.meta.dirname, '../../test/conformance/cases.ndjson.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly id: string; readonly text: string } => JSON.parse(line))
    .map(({ id, text }) => [id, text]),
);

function probe(id: number, level: number, groupText: string): RuleSummary {
  return {
    id,
    level,
    groupText,
    groups: groupText.split(','),
    summary: '',
    file: 'probe.xml',
    compliance: {},
    mitre: [],
    parents: [],
    noActiveResponse: false,
    noAlert: false,
  };
}

const probes = ruleIndex(
  {
    stockRules: [
      probe(5710, 5, 'syslog,sshd,authentication_failed'),
      probe(5711, 5, 'web'),
      probe(5712, 10, 'local'),
      probe(5713, 3, 'x'),
      probe(5720, 3, 'sshd'),
    ],
    mitre: () => undefined,
  },
  [],
);

function effect(found: Configuration): readonly unknown[] {
  const bound = found.responses.flatMap((response) => {
    const outcome = fate(found, response);
    return outcome.kind === 'bound' ? [{ response, ...outcome }] : [];
  });
  const [first] = bound;
  const fired = bound.flatMap(({ response }) => boundRules(trigger(response), probes).map(({ id }) => id));
  return [
    arLines(found).map(arLineText),
    first?.targets.join(' ') ?? '',
    first?.timeout ?? 0,
    first ? trigger(first.response).level : 0,
    [...new Set(fired)].sort((a, b) => a - b),
  ];
}

describe('what a manager makes of its responses', () => {
  it.each(recorded)('%s', (id, ...expected) => {
    expect(effect(configuration(read(cases.get(id) ?? ''), 'manager', 'whole'))).toEqual(expected);
  });
});
