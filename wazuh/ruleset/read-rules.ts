import type { Element, OsXml } from '../os-xml';
import { lineCounter } from '../os-xml/lines';
import { groupNames, parseGroups } from './groups';
import type { RuleSummary } from './rule';
import { type Variables, variables } from './variables';

/**
 * The rules of a rule file as analysisd takes them in (src/analysisd/rules.c, 4.14.7): every `<rule>` with a numeric
 * `id` and `level` under a root `<group>`. Mistakes for which analysisd refuses the file, such as an unknown option, do
 * not matter here. `file` is the file's base name, `uri` its address. Never throws.
 */
export function readRules(xml: OsXml, file: string, uri: string): readonly RuleSummary[] {
  const lineAt = lineCounter(xml.text);
  const values = variables(xml.roots);
  return xml.roots
    .filter((root) => is(root, 'group'))
    .flatMap((group) =>
      group.children
        .filter((child) => is(child, 'rule'))
        .flatMap((element) => {
          const line = lineAt(element.span.start) - 1;
          const rule = readRule(element, values.fill(attribute(group, 'name') ?? ''), values);
          return rule ? [{ ...rule, file, source: { uri, line } }] : [];
        }),
    );
}

function readRule(
  element: Element,
  rootGroup: string,
  values: Variables,
): Omit<RuleSummary, 'file' | 'source'> | undefined {
  const number = (name: string) => digits(values.fill(attribute(element, name) ?? ''));
  const id = number('id');
  const level = number('level');
  if (id === undefined || level === undefined) return undefined;
  const texts = (name: string) =>
    element.children.filter((child) => is(child, name)).map((child) => values.fill(child.text));
  const options = texts('options');
  const groupText = rootGroup + texts('group').join('').replaceAll('\n', '');
  const frequency = number('frequency');
  const timeframe = number('timeframe');
  const decodedAs = texts('decoded_as').at(-1);
  return {
    id,
    level,
    summary: texts('description').join('').replaceAll(/\s+/g, ' ').trim(),
    groupText,
    ...parseGroups(groupText),
    mitre: techniques(element, values),
    parents: ids([...texts('if_sid'), ...texts('if_matched_sid')].join(',')),
    parentGroups: groupNames([...texts('if_group'), ...texts('if_matched_group')]),
    noActiveResponse: options.includes('no_ar'),
    noAlert: attribute(element, 'noalert') === '1',
    noLog: options.includes('no_log'),
    ...(decodedAs !== undefined && { decodedAs }),
    ...(frequency !== undefined && { frequency }),
    ...(timeframe !== undefined && { timeframe }),
    overwrite: attribute(element, 'overwrite') === 'yes',
    fields: fieldsAskedFor(element),
  };
}

/** Elements that ask for a field with a place of its own. */
const elementsOfFields: Readonly<Record<string, string>> = {
  srcip: 'data.srcip',
  dstip: 'data.dstip',
  srcport: 'data.srcport',
  dstport: 'data.dstport',
  same_source_ip: 'data.srcip',
  same_srcip: 'data.srcip',
  same_dstip: 'data.dstip',
  same_srcuser: 'data.srcuser',
  same_dstuser: 'data.dstuser',
  same_user: 'data.dstuser',
  protocol: 'data.protocol',
  action: 'data.action',
  id: 'data.id',
  url: 'data.url',
  status: 'data.status',
  extra_data: 'data.extra_data',
  system_name: 'data.system_name',
};

/** The fields of file integrity by the names that rules have for them (src/analysisd/decoders/syscheck.c, 4.14.7). */
const fieldsOfFiles: Readonly<Record<string, string>> = { file: 'path', mode: 'mode' };

/**
 * The fields of the alert that the text of a rule asks for. A rule that builds on file integrity has other names for its
 * fields; which it is can be told by its ancestors alone, so both are given.
 */
function fieldsAskedFor(rule: Element): readonly string[] {
  const found = rule.children.flatMap((child): readonly string[] => {
    if (child.attributes.some(({ name, value }) => name.toLowerCase() === 'negate' && value === 'yes'))
      return [];
    if (is(child, 'field')) {
      const name = attribute(child, 'name') ?? '';
      const ofFiles = fieldsOfFiles[name];
      return name === ''
        ? []
        : ofFiles === undefined
          ? [`data.${name}`]
          : [`syscheck.${ofFiles}`, `data.${name}`];
    }
    const path = elementsOfFields[child.name.toLowerCase()];
    return path === undefined ? [] : [path];
  });
  return [...new Set(found)];
}

/**
 * Techniques of all `<mitre>` blocks, in the form with `<id>` and the newer one with `<techniqueID>`. What is no
 * technique, such as a tactic's id in 46 stock rules, never gets into an alert.
 */
function techniques(rule: Element, values: Variables): readonly string[] {
  const found = rule.children
    .filter((child) => is(child, 'mitre'))
    .flatMap((mitre) => mitre.children.filter((child) => is(child, 'id') || is(child, 'techniqueID')))
    .map((child) => values.fill(child.text))
    .filter((id) => /^T\d{4}(\.\d{3})?$/.test(id));
  return [...new Set(found)];
}

/** The ids of a list parted by commas and blanks. */
function ids(list: string): readonly number[] {
  return (list.match(/\d+/g) ?? []).map(Number);
}

/** Wazuh compares the names of elements and attributes of rule files without case. */
function is(element: Element, name: string): boolean {
  return element.name.toLowerCase() === name.toLowerCase();
}

function attribute(element: Element, name: string): string | undefined {
  return element.attributes.find((each) => each.name.toLowerCase() === name)?.value;
}

function digits(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
