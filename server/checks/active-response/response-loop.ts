import { t } from '@vscode/l10n';
import { canRespond, trigger } from '../../../wazuh/model';
import type { RuleSummary } from '../../../wazuh/ruleset';
import type { Check, Problem } from '../check';
import type { Context } from '../context';
import { type BoundResponse, boundResponses } from '../manager';
import { partPlace, valuePlace } from '../places';

export const responseLoop: Check = {
  code: 'response-loop',
  severity: 'warning',
  wazuh: null,
  silent: 'A response to a response is a response like any other.',
  title: 'Response that answers its own log',
  explanation:
    'Scripts log to `active-responses.log`, which Wazuh collects by default: rules 601 to 607 and 651 to 658, in the ' +
    'group `active_response`, make alerts of it. A response that these alerts trigger can trigger itself again, without ' +
    'end. Bind it to other rules, or to a level above 3 (ruleset/rules/0015-ossec_rules.xml).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>⟦651⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const bound of boundResponses(configuration, context)) yield* loops(bound, context);
  },
};

function* loops({ response }: BoundResponse, { rules }: Context): Iterable<Problem> {
  const { rulesId: list, rulesGroup, level } = response;
  const { level: least, group, ids } = trigger(response);
  const message = (rule: RuleSummary) =>
    t(
      'Rule {0} alerts on what active responses log, so this response can trigger itself without end.',
      rule.id,
    );
  for (const { id, start, end } of ids) {
    const rule = rules.get(id);
    if (list && rule && isOwnLog(rule)) yield { span: partPlace(list, start, end), message: message(rule) };
  }
  const byGroup = group === undefined ? undefined : rules.inGroup(group);
  const matched = (byGroup ?? (least > 0 ? rules.atLevel(least) : [])).filter((rule) => rule.level >= least);
  // What only tells that a firewall is off does not follow from a response.
  const looping = matched.find((rule) => isOwnLog(rule) && (byGroup || rule.level <= 3));
  const value = byGroup ? rulesGroup : level;
  if (looping && value) yield { span: valuePlace(value.element), message: message(looping) };
}

function isOwnLog(rule: RuleSummary): boolean {
  return canRespond(rule) && rule.groups.includes('active_response');
}
