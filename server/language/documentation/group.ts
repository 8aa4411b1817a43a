import { t } from '@vscode/l10n';
import type { RuleIndex } from '../../../wazuh/ruleset';
import { code, paragraphs } from './markdown';
import { ruleLines } from './rule';

/** Which rules a group expression stands for: how many, and some of them. */
export function groupDocumentation(expression: string, rules: RuleIndex): string {
  const found = rules.inGroup(expression);
  return paragraphs(
    `**${t('Group {0}', code(expression))}** · ${found.length === 1 ? t('1 rule') : t('{0} rules', found.length)}`,
    ruleLines(found),
  );
}
