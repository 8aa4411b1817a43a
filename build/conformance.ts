// `npm run conformance`: holds the checks to what the daemons of Wazuh 4.14.7 said to the files in test/conformance,
// prints how often both agree, and every disagreement. `-- --write` brings the figures in docs/conformance.md up to
// date, `-- --check` fails where they are not.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '../server/checks';
import { vectors } from '../test/conformance/vectors';
import { catalog } from '../wazuh/catalog';
import { ruleIndex } from '../wazuh/ruleset';
import { measure } from './conformance/measure';
import { percent, written } from './conformance/page';
import { holds, type Result, result } from './conformance/standing';

const pageFile = path.join(import.meta.dirname, '../docs/conformance.md');

function main(options: readonly string[]): void {
  const context = stockContext();
  const measured = [...vectors('cases'), ...vectors('config')].map((vector) => measure(vector, context));
  const found = result(measured);
  print(found);
  if (!holds(found)) fail('Less agreement than build/conformance/standing.ts asks for.');
  const page = readFileSync(pageFile, 'utf8');
  const fresh = written(page, found);
  if (options.includes('--write')) writeFileSync(pageFile, fresh);
  else if (options.includes('--check') && fresh !== page)
    fail('docs/conformance.md is stale; run npm run conformance -- --write.');
}

function stockContext(): Context {
  const data = path.join(import.meta.dirname, '../wazuh/catalog/data');
  const stock = catalog((name) => readFileSync(path.join(data, name), 'utf8'));
  return { catalog: stock, rules: ruleIndex(stock, []), scripts: [], version: '4.14' };
}

function print({ standings, machineFiles, apart, disagreements, traps, unnamed }: Result): void {
  for (const standing of standings) {
    const { what, agreed, counted } = standing;
    console.log(`${what.padEnd(60)} ${agreed} of ${counted} (${percent(standing)})`);
  }
  const lines = (worth: 'machine' | 'parting') =>
    apart.filter((line) => line.worth === worth).reduce((sum, { count }) => sum + count, 0);
  console.log(`depends on the machine, not counted: ${machineFiles} files, ${lines('machine')} lines`);
  console.log(`partings, not counted: ${lines('parting')} lines`);
  for (const { vector, row, what } of disagreements) console.log(`  ${vector.id}: ${row}: ${what}`);
  console.log('said where Wazuh keeps quiet, by code (named silent traps):');
  for (const { check, count } of traps) console.log(`  ${check.code.padEnd(30)} ${count}`);
  for (const { check, count, first } of unnamed)
    console.log(
      `  ${check.code}: ${count}, and no named silent trap: ${first?.vector.id}: ${first?.diagnostic.message}`,
    );
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

main(process.argv.slice(2));
