import { t } from '@vscode/l10n';
import { canRespond, rulesId } from '../../../wazuh/model';
import { once } from '../../../wazuh/once';
import type { RuleIndex, RuleSummary } from '../../../wazuh/ruleset';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { partPlace } from '../places';

export const ruleNeverResponds: Check = {
  code: 'rule-never-responds',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh skips such rules before it looks for their responses.',
  title: 'Rule to which no response can be bound',
  explanation:
    'A rule of level 0 only groups others and never alerts; a rule with the option `no_ar` asks for no response. Wazuh ' +
    'binds nothing to either, and says nothing (Rule_AddAR, src/analysisd/rules.c). Name the rules that build on it.',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>⟦5700⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5710</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const children = once(() => byParent(context.rules));
    for (const { response } of boundResponses(configuration, context)) {
      const list = response.rulesId;
      if (!list) continue;
      for (const { id, start, end } of rulesId(list.text).rules) {
        const rule = context.rules.get(id);
        if (!rule || canRespond(rule)) continue;
        yield {
          span: partPlace(list, start, end),
          message:
            rule.level === 0
              ? levelZero(id, children().get(id) ?? [])
              : t('Rule {0} has the option no_ar and never triggers a response.', id),
        };
      }
    }
  },
};

/** The rules that can respond, by the rules on which they build. */
function byParent(rules: RuleIndex): ReadonlyMap<number, readonly RuleSummary[]> {
  const found = new Map<number, RuleSummary[]>();
  for (const rule of rules.atLevel(1).filter(canRespond)) {
    for (const parent of rule.parents) {
      const siblings = found.get(parent);
      if (siblings) siblings.push(rule);
      else found.set(parent, [rule]);
    }
  }
  return found;
}

/** What to say of a rule of level 0: which rules it leads to, if there are any. */
function levelZero(id: number, children: readonly RuleSummary[]): string {
  const sentence = t('Rule {0} has level 0 and never triggers a response.', id);
  if (children.length === 0) return sentence;
  const named = children.slice(0, 4).map((rule) => rule.id);
  const more = children.length - named.length;
  return `${sentence} ${
    more > 0
      ? t('Name rules that build on it: {0} and {1} more.', named.join(', '), more)
      : t('Name rules that build on it: {0}.', named.join(', '))
  }`;
}
