import type { Catalog } from '../../../wazuh/catalog';
import { refuses, remarks } from '../../../wazuh/daemons';
import { type Configuration, configuration, rootNames } from '../../../wazuh/model';
import { once } from '../../../wazuh/once';
import { type Element, elementAt, read } from '../../../wazuh/os-xml';
import { type Span, slice, span } from '../../../wazuh/span';
import type { Check, Edit, Fix } from '../check';
import { applied } from '../edits';

/** Tries for one file: one with more mistakes is not mended one by one, and trying them all would take too long. */
const mostTries = 200;
/** Characters of a file that is tried whole, or else of a section; a stock file has 10,000. */
const longest = 50_000;

const tries = new WeakMap<Configuration, number>();

/** The check, whose fixes are only offered where the daemons have less to say then, and nothing new. */
export function withSureFixes(check: Check): Check {
  return {
    ...check,
    *run(whole, context) {
      for (const problem of check.run(whole, context)) {
        const { fixes, span: at } = problem;
        const sure = once(() => fixes?.filter((fix) => isSure(fix, at.start, whole, context.catalog)) ?? []);
        yield {
          ...problem,
          // Each is a reading of its own: made for those who look at the fixes, not for those who only read on.
          get fixes() {
            return sure();
          },
        };
      }
    },
  };
}

function isSure({ edits }: Fix, offset: number, whole: Configuration, catalog: Catalog): boolean {
  const count = tries.get(whole) ?? 0;
  tries.set(whole, count + 1);
  const part = tried(whole, offset);
  if (count >= mostTries || !part) return false;
  const before = slice(whole.xml.text, part);
  const heard = (text: string) => kinds(configuration(read(text), whole.role, whole.shape), catalog);
  const [said, saidThen] = [heard(before), heard(applied(before, moved(edits, part)))];
  return (
    saidThen.length < said.length &&
    saidThen.every((kind) => occurrences(saidThen, kind) <= occurrences(said, kind))
  );
}

/** The whole file, or of a long one the section at an offset; undefined where that is too long as well. */
function tried({ xml }: Configuration, offset: number): Span | undefined {
  if (xml.text.length <= longest) return span(0, xml.text.length);
  let element = elementAt(xml, offset);
  while (element?.parent && !isRoot(element.parent)) element = element.parent;
  return element && element.span.end - element.span.start <= longest ? element.span : undefined;
}

function isRoot({ name, parent }: Element): boolean {
  return rootNames.includes(name) && !parent;
}

function moved(edits: readonly Edit[], { start }: Span): readonly Edit[] {
  return edits.map(({ span: { start: from, end: to }, newText }) => ({
    span: span(from - start, to - start),
    newText,
  }));
}

function kinds(one: Configuration, catalog: Catalog): readonly string[] {
  return remarks(one, catalog).map((remark) => `${refuses(remark)} ${remark.kind}`);
}

function occurrences(all: readonly string[], wanted: string): number {
  return all.filter((one) => one === wanted).length;
}
