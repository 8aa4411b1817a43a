import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { readAsClusterd } from '../../wazuh/second-reader';
import { parseXml } from '../../wazuh/second-reader/parse-xml';
import { xmlDocument } from '../../wazuh/second-reader/xml-document';
import { damaged } from './damaged';
import { type Vector, vectors } from './vectors';

/** Whether wazuh-clusterd looked at it: it reads only a manager's file, and was not run for every case. */
function isRead({ role, daemonsRun }: Vector): boolean {
  return role === 'manager' && (daemonsRun?.includes('wazuh-clusterd') ?? true);
}

describe.each(['cases', 'config'] as const)('the second reader, over the %s', (set) => {
  const rows = vectors(set).filter(isRead);
  const judged = rows.map((row) => ({ ...row, faults: readAsClusterd(read(row.text)) }));

  it('refuses what wazuh-clusterd refuses, and nothing else', () => {
    const refused = judged.filter(({ faults }) => faults.length > 0);
    const expected = rows.filter(({ refusedBy }) => refusedBy.includes('wazuh-clusterd'));
    expect(refused.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(expected.length).toBeGreaterThan(30);
  });

  it('gives clusterd’s own words', () => {
    for (const { id, faults, messages } of judged) {
      const said = messages.find(([daemon, severity]) => daemon === 'wazuh-clusterd' && severity === 'ERROR');
      if (said) expect(said[2], id).toContain(faults[0]?.message);
    }
  });
});

describe('a damaged configuration', () => {
  it('is XML to the second reader exactly where it is to expat', { timeout: 60_000 }, () => {
    const texts = fc.sample(damaged, { numRuns: 3000, seed: 1 });
    const documents = texts.map((text) => xmlDocument(text).text);
    const verdicts = expat(documents);
    const differing = texts.filter((text, i) => (parseXml(text).refusal === undefined) !== verdicts[i]);
    expect(differing).toEqual([]);
    expect(verdicts.filter((taken) => !taken).length).toBeGreaterThan(1000);
    expect(verdicts.filter((taken) => taken).length).toBeGreaterThan(500);
  });
});

const script = `
import json, sys
from xml.etree.ElementTree import fromstring
for line in sys.stdin:
    try:
        fromstring(json.loads(line))
        print('true')
    except Exception:
        print('false')
`;

/** Whether Python's ElementTree, and with it expat, takes each document. Needs python3, which npm test installs. */
function expat(documents: readonly string[]): readonly boolean[] {
  const input = documents.map((document) => JSON.stringify(document)).join('\n');
  const { stdout, error } = spawnSync('python3', ['-c', script], { input, encoding: 'utf8', maxBuffer: 1e8 });
  if (error)
    throw new Error('This test compares with Python’s parser of XML and needs python3.', { cause: error });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line === 'true');
}
