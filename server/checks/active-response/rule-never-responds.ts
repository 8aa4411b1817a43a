import { t } from '@vscode/l10n';
import { canRespond, rulesId } from '../../../wazuh/model';
import type { Check } from '../check';
import type { Context } from '../context';
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
              ? levelZero(id, context)
              : t('Rule {0} has the option no_ar and never triggers a response.', id),
        };
      }
    }
  },
};

/** What to say of a rule of level 0: which rules it leads to, if there are any. */
function levelZero(id: number, { rules }: Context): string {
  const sentence = t('Rule {0} has level 0 and never triggers a response.', id);
  const children = rules.atLevel(1).filter((rule) => rule.parents.includes(id) && canRespond(rule));
  const [first] = children;
  if (!first) return sentence;
  const named = children.slice(0, 4).map((rule) => rule.id);
  return `${sentence} ${
    children.length > named.length
      ? t('Name rules that build on it: {0} and {1} more.', named.join(', '), children.length - named.length)
      : t('Name rules that build on it: {0}.', named.join(', '))
  }`;
}
