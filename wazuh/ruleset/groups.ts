/** The compliance frameworks that analysisd tells from other groups, by the prefix of the group's name. */
const frameworks = [
  { key: 'pci_dss', name: 'PCI DSS' },
  { key: 'cis', name: 'CIS' },
  { key: 'gdpr', name: 'GDPR' },
  { key: 'gpg13', name: 'GPG 13' },
  { key: 'hipaa', name: 'HIPAA' },
  { key: 'nist_800_53', name: 'NIST SP 800-53' },
  { key: 'tsc', name: 'TSC' },
] as const;

/** A group string, taken apart as in the `rule` of an alert. */
export interface Groups {
  readonly groups: readonly string[];
  /** Framework (`pci_dss`) to its clauses (`10.2.4`). */
  readonly compliance: Readonly<Record<string, readonly string[]>>;
}

/**
 * Takes a group string apart at its commas: `syslog,sshd,pci_dss_10.2.4,` (W_JSON_ParseGroups,
 * src/analysisd/format/json_extended.c, 4.14.7). Blanks around a name are cut off, which Wazuh does not do.
 */
export function parseGroups(text: string): Groups {
  const groups: string[] = [];
  const compliance: Record<string, string[]> = {};
  for (const name of new Set(text.split(',').map((each) => each.trim()))) {
    if (name === '') continue;
    const framework = frameworks.find(({ key }) => name.startsWith(`${key}_`));
    if (!framework) {
      groups.push(name);
      continue;
    }
    const clauses = compliance[framework.key] ?? [];
    compliance[framework.key] = clauses;
    clauses.push(name.slice(framework.key.length + 1));
  }
  return { groups, compliance };
}

/** The groups that the texts of `if_group` elements name: `a|b`, `a,b`. */
export function groupNames(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[|,]/)).flatMap((name) => name.trim() || []);
}

/** The groups that compliance clauses stand for: `pci_dss_10.2.4` for `{ pci_dss: ['10.2.4'] }`. */
export function clauseGroups(compliance: Groups['compliance']): readonly string[] {
  return Object.entries(compliance).flatMap(([key, clauses]) => clauses.map((clause) => `${key}_${clause}`));
}

/** Whether a group is a compliance clause: `pci_dss_10.2.4`. */
export function isCompliance(group: string): boolean {
  return frameworks.some(({ key }) => group.startsWith(`${key}_`));
}

/** The name of a framework for people: `PCI DSS` for `pci_dss`. */
export function frameworkName(key: string): string {
  return frameworks.find((framework) => framework.key === key)?.name ?? key;
}
