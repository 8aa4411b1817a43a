import { type OptionValue, readOption, Unreadable } from './options';
import type { XmlElement } from './xml-tree';

/** An option of the `<cluster>` section, and where it stands. */
export interface ClusterOption {
  readonly value: Exclude<OptionValue, undefined>;
  readonly element: XmlElement;
}

/** The `<cluster>` section that counts, the last one. */
export interface ClusterSection {
  readonly element: XmlElement;
  /** What holds nothing is left out: then the default counts. */
  readonly options: ReadonlyMap<string, ClusterOption>;
}

/**
 * Reads every option of every section, as clusterd does before it picks `<cluster>` (_conf2json and get_ossec_conf,
 * framework/wazuh/core/configuration.py, 4.14.7). undefined if there is no such section. Throws `Unreadable`.
 */
export function readCluster(roots: readonly XmlElement[]): ClusterSection | undefined {
  let cluster: ClusterSection | undefined;
  for (const root of roots) {
    if (root.name !== 'ossec_config') continue;
    for (const section of root.children) {
      const name = sectionName(section);
      const options = readOptions(name, section);
      if (name === 'cluster') cluster = { element: section, options };
    }
  }
  return cluster;
}

function sectionName(section: XmlElement): string {
  if (section.name !== 'wodle') return section.name;
  const name = section.attributes.get('name');
  if (name === undefined) throw new Unreadable('wodle-name', section, "'name'");
  return name;
}

function readOptions(name: string, section: XmlElement): ReadonlyMap<string, ClusterOption> {
  const options = new Map<string, ClusterOption>();
  for (const element of section.children) {
    const value = readOption(name, element);
    if (value === undefined || isEmpty(value)) continue;
    // Of all the options of a cluster only the nodes are a list; repeated ones add up, others override.
    const former = options.get(element.name)?.value;
    const all = Array.isArray(former) && Array.isArray(value) ? [...former, ...value] : value;
    options.set(element.name, { value: all, element });
  }
  return options;
}

function isEmpty(value: Exclude<OptionValue, undefined>): boolean {
  if (typeof value === 'string') return value === '';
  return Array.isArray(value) ? value.every((item) => !item) : 'size' in value && value.size === 0;
}
