import { t } from '@vscode/l10n';
import { canRespond } from '../../../wazuh/model';
import { once } from '../../../wazuh/once';
import type { RuleIndex } from '../../../wazuh/ruleset';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { partPlace } from '../places';
import { similar } from '../similar';
import { alternatives, isPlain } from './alternatives';

export const rulesGroupNoMatch: Check = {
  code: 'rules-group-no-match',
  severity: 'warning',
  wazuh: null,
  silent:
    'Each rule compares its groups with the text; one that never fits is not noticed, and neither ' +
    'is an expression that cannot be compiled.',
  title: 'rules_group that no rule matches',
  explanation:
    'The text of `<rules_group>` is looked for as it is in a rule’s list of groups, blanks and commas included; several ' +
    'groups are parted by `|`, not by commas. An expression that Wazuh cannot compile matches nothing, and a ' +
    'group whose rules all have level 0 triggers nothing. Known here are the stock rules of 4.14 and the rule files of the workspace; without any, an unknown name is only an ' +
    'information ' +
    '(Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_group>⟦web,sshd⟧</rules_group>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_group>web,|sshd,</rules_group>
</active-response>`,
  },
  *run(configuration, context) {
    const ownRules = once(() => context.rules.atLevel(0).filter(({ source }) => source !== undefined));
    for (const { response } of boundResponses(configuration, context)) {
      const group = response.rulesGroup;
      if (!group) continue;
      // Blanks around the whole have a check of their own.
      if (group.text !== group.text.trim() && context.rules.inGroup(group.text.trim()).length > 0) continue;
      for (const { text, start, end } of alternatives(group.text)) {
        const found = context.rules.inGroup(text);
        const span = partPlace(group, start, end);
        if (found.length > 0) {
          if (found.some(canRespond)) continue;
          yield {
            span,
            message: t(
              'All rules of this group have level 0 or the option no_ar: this never triggers the response.',
            ),
          };
          continue;
        }
        const meant = intention(text, context.rules);
        yield {
          span,
          // A group of the user's own rules, which may well be elsewhere.
          ...(isPlain(text) && !meant && ownRules().length === 0
            ? {
                severity: 'information' as const,
                message: t(
                  'No stock rule has such a group, and no rule file of yours is at hand. If Wazuh has none either, this never triggers the response.',
                ),
              }
            : { message: t('No rule has such a group, so this never triggers the response.') }),
          fixes: meant
            ? [{ title: t('Write {0}', meant), edits: [{ span, newText: meant }], preferred: true }]
            : [],
        };
      }
    }
  },
};

/** What was probably meant: the same without blanks, with `|` for the commas, without the last comma, or a group near by. */
function intention(text: string, rules: RuleIndex): string | undefined {
  const names = text.split(/[,;\s]+/).filter((name) => name !== '');
  const known = [...rules.groups.keys()];
  const alone = names.length === 1 && isPlain(text) ? similar(names[0] ?? '', known) : undefined;
  const candidates = [
    text.trim(),
    names.map((name) => `${name},`).join('|'),
    names.join('|'),
    ...(alone ? [`${alone},`, alone] : []),
  ];
  return candidates.find(
    (candidate) =>
      candidate !== '' &&
      candidate !== text &&
      alternatives(candidate).every((one) => rules.inGroup(one.text).length > 0),
  );
}
