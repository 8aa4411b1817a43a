import { t } from '@vscode/l10n';
import type { Catalog } from '../../../wazuh/catalog';
import { canRespond } from '../../../wazuh/model';
import { frameworkName, type RuleIndex, type RuleSummary } from '../../../wazuh/ruleset';
import { inWords } from '../duration';
import { bullets, code, link, paragraphs, plain } from './markdown';

/** How many related rules a text names. */
const mostNamed = 8;

/** What a rule is: level, groups, techniques, parents, compliance, its file, and whether it can start a response. */
export function ruleDocumentation(rule: RuleSummary, rules: RuleIndex, catalog: Catalog): string {
  return paragraphs(
    `**${t('Rule {0}', rule.id)}** · ${t('level {0}', rule.level)} · ${plain(rule.summary)}`,
    whyNoResponse(rule),
    bullets(
      rule.groups.length > 0 ? t('Groups: {0}', rule.groups.map(code).join(', ')) : undefined,
      techniques(rule, catalog),
      rule.frequency !== undefined && rule.timeframe !== undefined
        ? t('Fires after {0} matches within {1}', rule.frequency, inWords(rule.timeframe))
        : undefined,
      rule.decodedAs === undefined ? undefined : t('Decoder: {0}', code(rule.decodedAs)),
      rule.parents.length > 0 ? t('Builds on: {0}', parents(rule, rules)) : undefined,
      ...Object.entries(rule.compliance).map(
        ([framework, clauses]) => `${plain(frameworkName(framework))}: ${clauses.map(plain).join(', ')}`,
      ),
      rule.source
        ? link(
            t('{0}, line {1}', rule.file, rule.source.line + 1),
            `${rule.source.uri}#L${rule.source.line + 1}`,
          )
        : t('File: {0}', code(rule.file)),
    ),
  );
}

/** A rule in a line: for lists of rules. */
export function ruleLine(rule: RuleSummary): string {
  return `${code(String(rule.id))} ${t('level {0}', rule.level)} · ${plain(rule.summary)}`;
}

/** The first rules of a list, and how many more there are. */
export function ruleLines(found: readonly RuleSummary[]): string {
  const more = found.length - mostNamed;
  return bullets(
    ...found.slice(0, mostNamed).map(ruleLine),
    more <= 0 ? undefined : more === 1 ? t('and 1 more') : t('and {0} more', more),
  );
}

function whyNoResponse(rule: RuleSummary): string | undefined {
  if (canRespond(rule)) return undefined;
  return rule.level === 0
    ? t('⚠ Never starts an active response: its level is 0.')
    : t('⚠ Never starts an active response: it has the option no_ar.');
}

function techniques(rule: RuleSummary, catalog: Catalog): string | undefined {
  if (rule.mitre.length === 0) return undefined;
  const known = rule.mitre.map((id) => {
    const technique = catalog.mitre(id);
    return technique
      ? `${link(`${id} ${technique.name}`, technique.url)} (${plain(technique.tactic)})`
      : plain(id);
  });
  return `MITRE ATT&CK: ${known.join(', ')}`;
}

function parents(rule: RuleSummary, rules: RuleIndex): string {
  return rule.parents
    .slice(0, mostNamed)
    .map((id) => {
      const parent = rules.get(id);
      return parent ? `${code(String(id))} ${plain(parent.summary)}` : code(String(id));
    })
    .join(', ');
}
