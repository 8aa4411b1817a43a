import type { ClusterdFault, ClusterdFaultKind } from './clusterd-fault';
import type { XmlElement } from './xml-tree';

/** What an option comes to in the dictionary that clusterd makes of the file; undefined where it holds nothing. */
export type OptionValue = string | undefined | readonly (string | undefined)[] | OptionTable;

/** An option with attributes or children. */
export interface OptionTable extends ReadonlyMap<string, OptionValue> {}

/** Where clusterd's reading of a section fails. Thrown and caught inside the second reader. */
export class Unreadable extends Error {
  readonly fault: ClusterdFault;

  constructor(kind: ClusterdFaultKind, { startTag }: XmlElement, message: string) {
    super(message);
    this.fault = { kind, wazuh: '3006', message, span: startTag };
  }
}

/**
 * How many levels of options a section may hold: each takes Python two of its 1,000 nested calls, to look through what
 * it came to (_replace_custom_values, framework/wazuh/core/configuration.py, 4.14.7, with CPython 3.10).
 */
const deepest = 496;

/** Reads an option of a section (_read_option, framework/wazuh/core/configuration.py, 4.14.7). Throws `Unreadable`. */
export function readOption(section: string, option: XmlElement, depth = 1): OptionValue {
  const { name } = option;
  if (section === 'open-scap') return option.attributes.size > 0 ? option.attributes : plainText(option);
  if (section === 'syscheck' && name === 'directories') return [];
  if (isTable(section, name)) return readTable(option, depth);
  if (isList(section, name)) return option.children.map(plainText);
  if (section === 'labels' && name === 'label') return option.attributes;
  if (section === 'localfile' && name === 'query') return readQuery(option);
  if (section === 'remote' && name === 'protocol' && option.text === '') {
    throw new Unreadable('text-expected', option, missing('NoneType', 'split'));
  }
  return section === 'remote' && name === 'protocol' ? option.text : readAny(option, depth);
}

function isTable(section: string, name: string): boolean {
  return (
    (section === 'syscheck' && (name === 'synchronization' || name === 'whodata')) ||
    (section === 'cluster' && name === 'haproxy_helper')
  );
}

function isList(section: string, name: string): boolean {
  return (
    (section === 'cluster' && name === 'nodes') ||
    (section === 'haproxy_helper' && name === 'excluded_nodes') ||
    (section === 'sca' && name === 'policies') ||
    (section === 'indexer' && name === 'hosts')
  );
}

/** Every child must come to a text; one with a comma that is not its first character becomes a list. */
function readTable(option: XmlElement, depth: number): OptionTable {
  const table = new Map<string, OptionValue>();
  for (const child of option.children) {
    const value = readChild(child, depth);
    if (typeof value !== 'string') {
      const type = value === undefined ? 'NoneType' : Array.isArray(value) ? 'list' : 'dict';
      throw new Unreadable('text-expected', child, missing(type, 'find'));
    }
    table.set(child.name, value.indexOf(',') > 0 ? value.split(',') : value);
  }
  return table;
}

/** Written out again, a query must be one line, once the line breaks that blanks follow are taken out. */
function readQuery(option: XmlElement): string {
  const isEmpty = option.text === '' && option.children.length === 0;
  if (option.tag !== 'query' || option.attributes.size > 0 || isEmpty || hasLineBreak(option)) {
    throw new Unreadable('query', option, missing('NoneType', 'group'));
  }
  return option.text;
}

/** Whether a text inside an element holds a line break that no blank follows. */
function hasLineBreak(element: XmlElement): boolean {
  const broken = /\n(?! )/;
  const rest = [element];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (broken.test(next.text) || next.children.some(({ tail }) => broken.test(tail))) return true;
    for (const child of next.children) rest.push(child);
  }
  return false;
}

function readAny(option: XmlElement, depth: number): OptionValue {
  const { attributes, children } = option;
  if (attributes.size === 0 && children.length === 0) return plainText(option);
  const table = new Map<string, OptionValue>(attributes);
  for (const child of children) {
    const value = readChild(child, depth);
    if (attributes.has(child.name)) {
      throw new Unreadable('attribute-and-child', child, missing('str', 'append'));
    }
    table.set(child.name, value);
  }
  return table;
}

function readChild(child: XmlElement, depth: number): OptionValue {
  if (depth >= deepest) throw new Unreadable('too-deep', child, 'maximum recursion depth exceeded');
  return readOption(child.name, child, depth + 1);
}

function plainText({ text }: XmlElement): string | undefined {
  return text === '' ? undefined : text;
}

/** How Python says that it met something of another type. */
function missing(type: string, attribute: string): string {
  return `'${type}' object has no attribute '${attribute}'`;
}
