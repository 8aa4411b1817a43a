import { accepted, type Context, check, type Diagnostic } from '../../server/checks';
import type { Vector } from '../../test/conformance/vectors';
import type { Catalog, ElementReference } from '../../wazuh/catalog';
import { configuration } from '../../wazuh/model';
import { type OsXml, read } from '../../wazuh/os-xml';
import { foretold } from './foretelling';
import { firstErrors, type Line, lines, warnings } from './line';
import { unheard } from './unheard';

/** What is held against Wazuh, row by row. */
export type Row =
  | 'verdict'
  | 'XML line'
  | 'number in command and active-response'
  | 'first error of each daemon'
  | 'warning';

/** One thing that Wazuh said of a file, and whether we say it. */
export interface Comparison {
  readonly vector: Vector;
  readonly row: Row;
  readonly agreed: boolean;
  /** What Wazuh says; for a verdict, what we say where Wazuh judges otherwise. */
  readonly what: string;
}

/** What we say of a file and Wazuh does not, though nothing kept its daemons from saying it. */
export interface Unheard {
  readonly vector: Vector;
  readonly diagnostic: Diagnostic;
}

/** A file held against Wazuh's own words. */
export interface Measured {
  readonly vector: Vector;
  /** Whether it was refused for nothing but what was not on the machine: then nothing is compared. */
  readonly dependsOnMachine: boolean;
  readonly comparisons: readonly Comparison[];
  readonly unheard: readonly Unheard[];
  /** Lines that speak of what was not on the machine, or only say that a daemon gives up. */
  readonly apart: readonly Line[];
}

/** Holds what the checks say of a file against what Wazuh's daemons said. */
export function measure(vector: Vector, context: Context): Measured {
  const said = lines(vector.messages, existingFiles(context.catalog));
  const apart = said.filter(({ worth }) => worth !== 'said');
  if (vector.machine || refusedForMachine(vector, said))
    return { vector, dependsOnMachine: true, comparisons: [], unheard: [], apart };
  const xml = read(vector.text);
  const diagnostics = check(configuration(xml, vector.role, 'whole'), context);
  const compare = (row: Row, said: readonly Line[]) =>
    said.map((line) => comparison(vector, row, line, diagnostics, xml));
  const errors = firstErrors(said);
  const numbered = isResponseCase(vector) ? errors.filter(({ number }) => number !== undefined) : [];
  return {
    vector,
    dependsOnMachine: false,
    comparisons: [
      verdict(vector, diagnostics),
      ...xmlLine(vector, xml),
      ...compare('number in command and active-response', numbered),
      ...compare('first error of each daemon', errors),
      ...compare('warning', warnings(said)),
    ],
    unheard: unheard(vector, diagnostics, said, xml, context),
    apart,
  };
}

/** The elements whose value is a file that must exist, by name. */
function existingFiles({ sections }: Catalog): readonly string[] {
  const below = ({ children = [] }: { readonly children?: readonly ElementReference[] }): readonly string[] =>
    children.flatMap((child) => [...(child.existingFile ? [child.name] : []), ...below(child)]);
  return sections.flatMap(below);
}

/** Whether each daemon that refused did so for what was not on the machine. */
function refusedForMachine({ refusedBy }: Vector, said: readonly Line[]): boolean {
  const first = (daemon: string) =>
    said.find((line) => line.daemon === daemon && line.severity === 'error' && line.worth !== 'parting');
  return refusedBy.length > 0 && refusedBy.every((daemon) => first(daemon)?.worth === 'machine');
}

function comparison(
  vector: Vector,
  row: Row,
  line: Line,
  diagnostics: readonly Diagnostic[],
  xml: OsXml,
): Comparison {
  const how = foretold(line, diagnostics, xml);
  const elsewhere = how === 'elsewhere' ? ' (said at another element)' : '';
  return { vector, row, agreed: how === 'at its element', what: `${line.daemon}: ${line.text}${elsewhere}` };
}

function isResponseCase({ kind }: Vector): boolean {
  return kind === 'a' || kind === 'ar';
}

function verdict(vector: Vector, diagnostics: readonly Diagnostic[]): Comparison {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return {
    vector,
    row: 'verdict',
    agreed: accepted(diagnostics) === vector.accepted,
    what: vector.accepted
      ? `Wazuh takes it, we refuse it: ${errors.join(', ')}`
      : `we take it, ${vector.refusedBy.join(', ')} refused it`,
  };
}

function xmlLine(vector: Vector, { faults }: OsXml): readonly Comparison[] {
  const [fault] = faults;
  const ours = fault && `line ${fault.line}: XMLERR: ${fault.message}`;
  if (vector.xmlError === undefined && ours === undefined) return [];
  const what = `Wazuh: ${vector.xmlError}, we: ${ours}`;
  return [{ vector, row: 'XML line', agreed: vector.xmlError === ours, what }];
}
