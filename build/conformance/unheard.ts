import type { Context, Diagnostic } from '../../server/checks';
import type { Vector } from '../../test/conformance/vectors';
import { type Element, elementAt, type OsXml } from '../../wazuh/os-xml';
import { saysTheSame } from './foretelling';
import type { Line } from './line';
import type { Unheard } from './measure';

/**
 * The errors and warnings that we give and Wazuh does not, though nothing kept it: the daemons that read the section
 * were run, none of them wrote an error or gave up, and none said something else of the same element, which ends the
 * reading of it.
 */
export function unheard(
  vector: Vector,
  diagnostics: readonly Diagnostic[],
  said: readonly Line[],
  xml: OsXml,
  context: Context,
): readonly Unheard[] {
  if (vector.xmlError !== undefined) return [];
  const isHeard = (diagnostic: Diagnostic) => said.some((line) => saysTheSame(line, diagnostic));
  const heard = new Set(diagnostics.filter(isHeard).map(({ span }) => elementAt(xml, span.start)));
  return diagnostics
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter((diagnostic) => !isHeard(diagnostic) && !heard.has(elementAt(xml, diagnostic.span.start)))
    .filter((diagnostic) => isUnhindered(vector, diagnostic, said, xml, context))
    .map((diagnostic) => ({ vector, diagnostic }));
}

/** Whether the daemons that read the diagnostic's section, on Linux, read on to its end. */
function isUnhindered(
  { refusedBy, daemonsRun }: Vector,
  { span }: Diagnostic,
  said: readonly Line[],
  xml: OsXml,
  { catalog }: Context,
): boolean {
  const [section, ...below] = pathTo(xml, span.start);
  const reference = section && catalog.section(section.name, wodleName(section));
  if (!reference) return refusedBy.length === 0;
  const element = catalog.element(
    reference,
    below.map(({ name }) => name),
  );
  if (reference.notInStartUpTest || (element?.os && !element.os.includes('linux'))) return false;
  const readers = reference.readBy.map((daemon) => daemon.split(' ')[0] ?? daemon);
  if (daemonsRun && !readers.some((daemon) => daemonsRun.includes(daemon))) return false;
  const gaveUp = (daemon: string) =>
    refusedBy.includes(daemon) ||
    said.some((line) => line.daemon === daemon && (line.severity === 'error' || line.worth === 'parting'));
  return !readers.some(gaveUp);
}

/** The elements from a section down to the one at an offset. */
function pathTo(xml: OsXml, offset: number): readonly Element[] {
  const path: Element[] = [];
  for (let element = elementAt(xml, offset); element?.parent; element = element.parent) path.unshift(element);
  return path;
}

function wodleName({ name, attributes }: Element): string | undefined {
  return name === 'wodle' ? attributes.find((attribute) => attribute.name === 'name')?.value : undefined;
}
