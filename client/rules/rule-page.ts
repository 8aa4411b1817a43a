import { t } from '@vscode/l10n';
import type { Catalog } from '../../wazuh/catalog';
import { frameworkName, type RuleSummary } from '../../wazuh/ruleset';
import { whyNever } from './rule-item';

/** What the page needs to know besides the rule. */
export interface RuleFacts {
  readonly catalog: Pick<Catalog, 'mitre' | 'ruleFields' | 'ruleNeeds'>;
  /** The rules that the parents' numbers mean, as far as known. */
  readonly parents: readonly RuleSummary[];
}

/** A rule as a page of Markdown: what it is, what it belongs to, and which fields its alerts carry. */
export function rulePage(rule: RuleSummary, { catalog, parents }: RuleFacts): string {
  const never = whyNever(rule);
  return [
    `# ${t('Rule {0}', rule.id)}`,
    plain(rule.summary),
    [t('Level {0}', rule.level), never, rule.file].filter(Boolean).join(' · '),
    list(t('Groups'), rule.groups.map(code)),
    list(
      t('MITRE ATT&CK'),
      rule.mitre.map((id) => technique(id, catalog)),
    ),
    list(
      t('Builds on'),
      rule.parents.map((id) => parent(id, parents)),
    ),
    list(
      t('Compliance'),
      Object.entries(rule.compliance).map(([key, clauses]) => `${frameworkName(key)}: ${clauses.join(', ')}`),
    ),
    fields(rule.id, catalog),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function list(heading: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `## ${heading}\n\n${entries.map((entry) => `- ${entry}`).join('\n')}`;
}

function technique(id: string, catalog: RuleFacts['catalog']): string {
  const known = catalog.mitre(id);
  return known ? `[${id}](${known.url}) ${plain(known.name)}, ${known.tactic}` : id;
}

function parent(id: number, parents: readonly RuleSummary[]): string {
  const known = parents.find((rule) => rule.id === id);
  return known ? `${id}: ${plain(known.summary)}` : String(id);
}

function fields(id: number, catalog: RuleFacts['catalog']): string {
  const observed = catalog.ruleFields(id);
  if (!observed) return list(t('Fields that the rule needs'), catalog.ruleNeeds(id).map(code));
  const seen = t('Seen in {0} alerts of this rule.', observed.samples);
  return [
    list(t('Fields in every alert'), observed.always.map(code)),
    list(
      t('Fields in some alerts'),
      Object.entries(observed.sometimes).map(([path, count]) => `${code(path)} (${count})`),
    ),
    seen,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** Text that Markdown leaves as it is: a rule's description may hold anything. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}
