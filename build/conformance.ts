import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accepted, type Context, check } from '../server/checks';
import { type Vector, type VectorKind, vectors } from '../test/conformance/vectors';
import { catalog } from '../wazuh/catalog';
import { configuration } from '../wazuh/model';
import { read } from '../wazuh/os-xml';
import { ruleIndex } from '../wazuh/ruleset';

/** The least share of files of each kind whose verdict must be Wazuh's own. */
const thresholds: Readonly<Record<VectorKind, number>> = {
  x: 1,
  a: 1,
  g: 0.999,
  ar: 1,
  section: 0.99,
  agent: 1,
  xml: 1,
};

/** The least share of refused files on which each daemon that gives a number gives one that is given here too. */
const numberThreshold = 0.99;

/** Numbers by which a daemon only says that it gives up; what is wrong it said before, or another daemon says it. */
const parting: ReadonlySet<string> = new Set(['1202', '1207', '1215', '7101']);

const stock = catalog((name) =>
  readFileSync(path.join(import.meta.dirname, '../wazuh/catalog/data', name), 'utf8'),
);
const context: Context = { catalog: stock, rules: ruleIndex(stock, []), scripts: [], version: '4.14' };

/** How often we say what Wazuh says. */
interface Tally {
  agreed: number;
  counted: number;
}

/** Whether we say of a file what Wazuh says; undefined where Wazuh says nothing of the kind. */
interface Agreement {
  readonly verdict: boolean;
  /** On the message of the XML reader and its line. */
  readonly line: boolean | undefined;
  /** On the message numbers. */
  readonly number: boolean | undefined;
  /** In words, where we differ. */
  readonly differences: readonly string[];
}

/**
 * Holds the checks to the verdicts of Wazuh 4.14.7's own daemons and prints, by kind, how often both agree; then each
 * file on which they do not. Files that were refused for something that was not on the machine are left out.
 */
function conformance(): boolean {
  const verdicts = new Map<VectorKind, Tally>();
  const lines: Tally = { agreed: 0, counted: 0 };
  const numbers: Tally = { agreed: 0, counted: 0 };
  const differing: string[] = [];
  for (const vector of [...vectors('cases'), ...vectors('config')]) {
    if (vector.machine) continue;
    const { verdict, line, number, differences } = compare(vector);
    const tally = verdicts.get(vector.kind) ?? { agreed: 0, counted: 0 };
    verdicts.set(vector.kind, tally);
    count(tally, verdict);
    count(lines, line);
    count(numbers, number);
    differing.push(...differences.map((difference) => `${vector.id}: ${difference}`));
  }
  for (const [kind, tally] of verdicts) print(kind, tally);
  print('XML line', lines);
  print('number', numbers);
  for (const line of differing) console.log(line);
  return (
    [...verdicts].every(([kind, tally]) => share(tally) >= thresholds[kind]) &&
    share(lines) === 1 &&
    share(numbers) >= numberThreshold
  );
}

function compare(vector: Vector): Agreement {
  const xml = read(vector.text);
  const diagnostics = check(configuration(xml, vector.role, 'whole'), context);
  const verdict = accepted(diagnostics) === vector.accepted;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const [fault] = xml.faults;
  const line = fault && `line ${fault.line}: XMLERR: ${fault.message}`;
  const ours = new Set(diagnostics.map(({ wazuh }) => wazuh));
  const said = numbersByDaemon(vector);
  const missed = said.find((numbers) => !numbers.some((number) => ours.has(number)));
  return {
    verdict,
    line: vector.xmlError === undefined ? undefined : vector.xmlError === line,
    number: said.length === 0 ? undefined : missed === undefined,
    differences: [
      ...(verdict ? [] : [difference(vector, errors)]),
      ...(vector.xmlError === line ? [] : [`the reader says ${line}, Wazuh’s ${vector.xmlError}`]),
      ...(missed ? [`we do not say ${missed.join(' or ')}`] : []),
    ],
  };
}

function print(what: string, { agreed, counted }: Tally): void {
  console.log(`${what.padEnd(8)} ${agreed} of ${counted}`);
}

function share({ agreed, counted }: Tally): number {
  return agreed / counted;
}

function count(tally: Tally, agreed: boolean | undefined): void {
  if (agreed === undefined) return;
  tally.counted++;
  if (agreed) tally.agreed++;
}

/** The numbers of the errors of each daemon that refused the file; 1226 where Wazuh's reader of XML did. */
function numbersByDaemon({ xmlError, refusedBy, messages }: Vector): readonly (readonly string[])[] {
  if (xmlError !== undefined) return [['1226']];
  return refusedBy
    .map((daemon) => messages.filter(([who, severity]) => who === daemon && isError(severity)))
    .map((errors) => errors.flatMap(([, , text]) => numberIn(text)))
    .filter(({ length }) => length > 0);
}

function isError(severity: string): boolean {
  return severity === 'ERROR' || severity === 'CRITICAL';
}

/** `(1303): …` of a daemon written in C, `Error 3006 - …` of clusterd. */
function numberIn(text: string): readonly string[] {
  const [, ofDaemon, ofClusterd] = /^(?:\((\d+)\)|Error (\d+))/.exec(text) ?? [];
  const number = ofDaemon ?? ofClusterd;
  return number === undefined || parting.has(number) ? [] : [number];
}

function difference({ accepted: taken, refusedBy, messages }: Vector, errors: readonly string[]): string {
  const said = messages.find(([, severity]) => isError(severity))?.[2] ?? '';
  return taken
    ? `we refuse it (${errors.join(', ')}), Wazuh takes it`
    : `we take it, ${refusedBy.join(', ')} says: ${said}`;
}

if (!conformance()) {
  console.error('Less agreement than build/conformance.ts asks for.');
  process.exitCode = 1;
}
