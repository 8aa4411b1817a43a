import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { catalog } from '../wazuh/catalog';
import { ruleIndex } from '../wazuh/ruleset';

/** Bytes that the catalog's data may take in the extension's package, all together. */
const packedBudget = 350_000;
/** Bytes that one data file may take in the repository. */
const fileBudget = 1_500_000;

const folder = path.resolve(import.meta.dirname, '../wazuh/catalog/data');

/** Prints what each data file weighs, as it is and packed, and how long its first use takes. */
async function weigh(): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  let packed = 0;
  for (const file of files.toSorted()) {
    const content = await readFile(file);
    const small = deflateRawSync(content, { level: 9 }).length;
    packed += small;
    const name = path.relative(folder, file);
    if (!name.includes(path.sep)) console.log(`${name}: ${content.length} bytes, ${small} packed`);
    if (content.length > fileBudget) fail(`${name} is over ${fileBudget} bytes`);
  }
  console.log(`all ${files.length} files: ${packed} bytes packed`);
  if (packed > packedBudget) fail(`the data is over ${packedBudget} bytes packed`);
}

/** Prints the time of first uses, in ms, each in the order in which a server would meet them. */
function time(): void {
  const facts = catalog((name) => readFileSync(path.join(folder, name), 'utf8'));
  const rules = ruleIndex(facts, []);
  const uses: readonly (readonly [string, () => unknown])[] = [
    ['the reference', () => facts.sections],
    ['the first rule by id', () => rules.get(5712)],
    ['the first search', () => rules.search('ssh brute force', 20)],
    ['the second search', () => rules.search('ssh brute force', 20)],
    ['the groups', () => rules.groups],
    ['the fields of a rule', () => facts.ruleFields(5712)],
    ['the list of samples', () => facts.samples],
  ];
  for (const [what, use] of uses) {
    const start = performance.now();
    use();
    console.log(`${what}: ${(performance.now() - start).toFixed(1)} ms`);
  }
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

await weigh();
time();
