import { t } from '@vscode/l10n';
import { canRespond, trigger } from '../../../wazuh/model';
import type { RuleSummary } from '../../../wazuh/ruleset';
import type { Check, Problem, Severity } from '../check';
import type { Context } from '../context';
import { type BoundResponse, boundResponses } from '../manager';
import { partPlace, valuePlace } from '../places';
import { type Evidence, evidence, type NeededField } from './evidence';

export const alertFieldMissing: Check = {
  code: 'alert-field-missing',
  severity: 'warning',
  wazuh: null,
  title: 'Rule whose alerts lack what the stock response needs',
  explanation:
    '`firewall-drop` and its like block the address in `data.srcip` (or `data.win.eventdata.ipAddress`), ' +
    '`disable-account` locks the user in `data.dstuser`. If an alert has no such field, or no address or user in it, ' +
    'the script logs that it cannot read it, and does nothing. What is said here was measured: alerts of 1,634 stock ' +
    'rules, raised by the real analysisd. The message says how many alerts were seen; one alone is weak evidence ' +
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
      const field = neededField(bound.command.executable?.text ?? '');
      if (field) yield* ofRules(bound, field, context);
      if (field) yield* ofGroup(bound, field, context);
    }
  },
};

/** The shipped programs that need a field of the alert (src/active-response, 4.14.7). */
const fields: Readonly<Record<string, NeededField>> = {
  'firewall-drop': 'srcip',
  'default-firewall-drop': 'srcip',
  'firewalld-drop': 'srcip',
  pf: 'srcip',
  ipfw: 'srcip',
  npf: 'srcip',
  'host-deny': 'srcip',
  'route-null': 'srcip',
  'ip-customblock': 'srcip',
  'netsh.exe': 'srcip',
  'route-null.exe': 'srcip',
  'disable-account': 'dstuser',
};

function neededField(executable: string): NeededField | undefined {
  return Object.hasOwn(fields, executable) ? fields[executable] : undefined;
}

/** Each listed rule whose alerts were seen without the field, in more than a tenth of them. */
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
    if (!seen || seen.usable / seen.samples > 0.9) continue;
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
      'Nothing to act on: {0} rules of this group were observed, and none of their alerts has {1}. The script will log an error and do nothing.',
      seen.length,
      fieldName(field),
    ),
  };
}

function severity({ usable, samples }: Evidence): Severity {
  return usable / samples < 0.5 ? 'warning' : 'information';
}

function message({ usable, samples, instead, through }: Evidence, id: number, field: NeededField): string {
  const sentences = [
    usable === 0
      ? t(
          'Nothing to act on: rule {0} was observed {1} times, and never with {2}.',
          id,
          samples,
          fieldName(field),
        )
      : t('Rule {0} was observed {1} times, {2} of them with {3}.', id, samples, usable, fieldName(field)),
    ...(through ? [t('(Of rule {0}, on which it builds.)', through)] : []),
    ...(samples === 1 ? [t('One alert is weak evidence.')] : []),
    instead.length > 0
      ? t('Its alerts have {0} instead, which the stock script does not read.', instead.join(', '))
      : t('Without it the script logs an error and does nothing.'),
  ];
  return sentences.join(' ');
}

function fieldName(field: NeededField): string {
  return field === 'srcip' ? t('a usable address in data.srcip') : t('a usable user in data.dstuser');
}
