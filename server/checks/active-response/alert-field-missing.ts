import { t } from '@vscode/l10n';
import { canRespond, trigger } from '../../../wazuh/model';
import type { RuleSummary } from '../../../wazuh/ruleset';
import type { Check, Problem, Severity } from '../check';
import type { Context } from '../context';
import { type BoundResponse, boundResponses } from '../manager';
import { partPlace, valuePlace } from '../places';
import { type Evidence, evidence } from './evidence';
import { type NeededField, neededField } from './needed-field';

export const alertFieldMissing: Check = {
  code: 'alert-field-missing',
  severity: 'warning',
  wazuh: null,
  silent:
    'Wazuh sends every response whose rule fires. Only the script finds out, on the machine that ' +
    'runs it, and writes to active-responses.log.',
  title: 'Rule whose alerts lack what the stock response needs',
  explanation:
    '`firewall-drop` and its like block the address in `data.srcip` (or `data.win.eventdata.ipAddress`), ' +
    '`disable-account` locks the user in `data.dstuser`. If an alert has no such field, or no address or user in it, ' +
    'the script logs that it cannot read it, and does nothing. What is said here was measured: alerts of 1,634 stock ' +
    'rules, raised by the real analysisd. The message says how many alerts were seen; fewer than five are weak evidence ' +
    '(src/active-response/active_responses.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712,⟦550⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712,5720</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const bound of boundResponses(configuration, context)) {
      const field = neededField(bound.executable);
      if (field) yield* ofRules(bound, field, context);
      if (field) yield* ofGroup(bound, field, context);
    }
  },
};

/** Fewer alerts do not tell how often a field is there. */
const enough = 5;

/**
 * Each listed rule whose alerts were seen without the field: in all, or in more than a tenth of enough of them to tell.
 */
function* ofRules(
  { response }: BoundResponse,
  field: NeededField,
  { rules, catalog }: Context,
): Iterable<Problem> {
  const list = response.rulesId;
  if (!list) return;
  for (const { id, start, end } of trigger(response).ids) {
    const rule = rules.get(id);
    const seen = rule && canRespond(rule) ? evidence(rule, field, { rules, catalog }) : undefined;
    if (!seen || seen.usable / seen.samples > 0.9 || (seen.usable > 0 && seen.samples < enough)) continue;
    yield { span: partPlace(list, start, end), severity: severity(seen), message: message(seen, id, field) };
  }
}

/** A group of which several rules were seen, none of them with the field. */
function* ofGroup(
  { response }: BoundResponse,
  field: NeededField,
  { rules, catalog }: Context,
): Iterable<Problem> {
  const { rulesGroup } = response;
  const { group, level } = trigger(response);
  if (!rulesGroup || group === undefined) return;
  const seen = rules
    .inGroup(group)
    .filter((rule: RuleSummary) => canRespond(rule) && rule.level >= level)
    .flatMap((rule) => evidence(rule, field, { rules, catalog }) ?? []);
  if (seen.length < 3 || seen.some(({ usable }) => usable > 0)) return;
  yield {
    span: valuePlace(rulesGroup.element),
    message: t(
      'The script will find nothing to act on, and only log an error. Observed rules of this group: {0}; with {1}: 0.',
      seen.length,
      fieldName(field),
    ),
  };
}

function severity({ usable, samples }: Evidence): Severity {
  return usable / samples < 0.5 ? 'warning' : 'information';
}

function message({ usable, samples, instead, through }: Evidence, id: number, field: NeededField): string {
  const observed = through
    ? t('Observed alerts of rule {0}, on which rule {1} builds: {2}', through, id, samples)
    : t('Observed alerts of rule {0}: {1}', id, samples);
  return [
    usable === 0
      ? t('The script will find nothing to act on, and only log an error.')
      : t('The script will often find nothing to act on.'),
    t('{0}; with {1}: {2}.', observed, fieldName(field), usable),
    ...(samples < enough ? [t('That is weak evidence.')] : []),
    ...(instead.length > 0
      ? [t('They have {0} instead, which the stock script does not read.', instead.join(', '))]
      : []),
  ].join(' ');
}

function fieldName(field: NeededField): string {
  return field === 'srcip' ? t('an address where the script looks for it') : t('a user in data.dstuser');
}
