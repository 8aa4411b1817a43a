import { t } from '@vscode/l10n';
import { rulesId, type Value } from '../../../wazuh/model';
import type { RuleIndex } from '../../../wazuh/ruleset';
import type { Check, Fix } from '../check';
import { setText } from '../edits';
import { boundResponses } from '../manager';
import { partPlace } from '../places';

export const rulesIdIgnored: Check = {
  code: 'rules-id-ignored',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh reads the list character by character and simply stops where it cannot go on.',
  title: 'Part of rules_id that Wazuh does not read',
  explanation:
    '`<rules_id>` is a list of numbers with commas between them; blanks may stand around. Behind a number everything up ' +
    'to the next comma is lost, and the first other character, also a line break, ends the list. Ranges do not exist. ' +
    'Nothing is said about it (Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5710⟦;5711;5712⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5710,5711,5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      const list = response.rulesId;
      if (!list) continue;
      const { rules, ignored } = rulesId(list.text);
      const [first] = ignored;
      if (!first) continue;
      const read = rules.map(({ id }) => id).join(', ');
      yield {
        span: partPlace(list, first.start, ignored.at(-1)?.end ?? first.end),
        message:
          rules.length > 0
            ? t('Wazuh reads {0} here and ignores the rest. Put a comma between the ids.', read)
            : t('Wazuh reads no id here. Write numbers with commas between them, on one line.'),
        fixes: rewritten(list, context.rules),
      };
    }
  },
};

/** The list with commas, where it holds nothing but numbers, and ranges of not too many rules. */
function rewritten(list: Value, rules: RuleIndex): readonly Fix[] {
  if (!/^[\d\s,;|.\-–]*$/.test(list.text)) return [];
  const ids = [...list.text.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)].flatMap(([, from = '', to]) =>
    to === undefined ? [from] : range(Number(from), Number(to), rules),
  );
  const text = ids.join(',');
  if (text === '') return [];
  return [{ title: t('Write {0}', text), edits: [setText(list.element, text)], preferred: true }];
}

/** The rules that there are from one id to another; both alone where that would be too many, or the range is none. */
function range(from: number, to: number, rules: RuleIndex): readonly string[] {
  const length = to - from + 1;
  if (length < 2 || length > 100) return [String(from), String(to)];
  const between = Array.from({ length }, (_, i) => from + i);
  return between.filter((id) => id === from || id === to || rules.get(id)).map(String);
}
