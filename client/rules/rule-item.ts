import { t } from '@vscode/l10n';
import type { RuleSummary } from '../../wazuh/ruleset';

/** The texts of a rule in a list. */
export interface RuleItem {
  /** `5712`. */
  readonly label: string;
  /** `level 10`. */
  readonly description: string;
  /** `SSH brute force · syslog, sshd`. */
  readonly detail: string;
}

/** A rule as an entry of a list: number, level, what it is, its groups, and why it cannot set a response off. */
export function ruleItem(rule: RuleSummary): RuleItem {
  const never = whyNever(rule);
  return {
    label: String(rule.id),
    description: [t('level {0}', rule.level), never].filter(Boolean).join(' · '),
    detail: [rule.summary, rule.groups.join(', ')].filter(Boolean).join(' · '),
  };
}

/** Why no response can be bound to the rule; undefined where one can. */
export function whyNever(rule: RuleSummary): string | undefined {
  if (rule.level === 0) return t('level 0: never sets off a response');
  return rule.noActiveResponse ? t('no_ar: never sets off a response') : undefined;
}
