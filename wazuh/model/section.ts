import type { Element, OsXml } from '../os-xml';
import type { Children } from './nesting';

/** A child with text: `<location>local</location>`. */
export interface Value {
  readonly element: Element;
  readonly text: string;
}

/** An element directly under a root, as a daemon meets it. */
export interface Section {
  readonly element: Element;
  readonly name: string;
  /** For `<wodle name="…">`, the name; else undefined. */
  readonly wodle: string | undefined;
  /** The root it stands in; undefined in a fragment that has no root at all. */
  readonly root: Element | undefined;
  /** Its children as Wazuh meets them, variables left out. */
  readonly children: readonly Element[];
  /** Whether every tag in it is closed and free of faults: what is missing in it is then really missing. */
  readonly whole: boolean;
}

/** The roots that Wazuh reads sections from: of `ossec.conf`, of `agent.conf`, and of a manager's file from 5.0 on. */
export const rootNames: readonly string[] = ['ossec_config', 'agent_config', 'wazuh_config'];

/** The sections of a file over all its roots, in order. Without any root, what stands at the top counts as sections. */
export function sections(xml: OsXml, children: Children): readonly Section[] {
  const tops = children(undefined);
  const faults = xml.faults.map((fault) => fault.span.start).sort((a, b) => a - b);
  const section = (element: Element, root: Element | undefined): Section => ({
    element,
    name: element.name,
    wodle: element.name === 'wodle' ? element.attributes.find((a) => a.name === 'name')?.value : undefined,
    root,
    children: children(element),
    whole: isClosed(element) && !anyBetween(faults, element.span.start, element.span.end),
  });
  const roots = tops.filter((top) => rootNames.includes(top.name));
  return roots.length === 0
    ? tops.map((element) => section(element, undefined))
    : roots.flatMap((root) => children(root).map((element) => section(element, root)));
}

function isClosed(element: Element): boolean {
  const open = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.closing.kind === 'missing') return false;
    for (const child of next.children) open.push(child);
  }
  return true;
}

/** Whether one of `sorted` lies in `[start, end)`; by halving, as a badly torn file has many faults and many sections. */
function anyBetween(sorted: readonly number[], start: number, end: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found !== undefined && found < end;
}

/** The last child of a name: where one is repeated, Wazuh's readers of commands and responses keep the last. */
export function lastChild(section: Section, name: string): Value | undefined {
  const element = section.children.findLast((child) => child.name === name);
  return element && { element, text: element.text };
}
