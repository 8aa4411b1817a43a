import { t } from '@vscode/l10n';
import type { Value } from '../../../wazuh/model';
import { canRespond } from '../../../wazuh/model';
import type { RuleIndex } from '../../../wazuh/ruleset';
import type { Check, Edit } from '../check';
import { boundResponses } from '../manager';
import { partPlace } from '../places';
import { type Alternative, alternatives, isPlain } from './alternatives';

export const rulesGroupSubstring: Check = {
  code: 'rules-group-substring',
  severity: 'warning',
  wazuh: null,
  silent: 'The text is an expression to Wazuh, and it does what was written.',
  title: 'rules_group that matches other groups too',
  explanation:
    'Wazuh looks for the text of `<rules_group>` anywhere in a rule’s list of groups (`syslog,sshd,recon,`), in any ' +
    'case. So `su` also matches `sudo` and `suricata`. A comma at the end of each name, `su,`, keeps longer ' +
    'names out. Some rules have their last group without a comma; `su,|su$` finds these too. Nothing is said where all ' +
    'rules that match are in the group as well ' +
    '(Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_group>sshd,|⟦firewall⟧</rules_group>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_group>sshd,|firewall,</rules_group>
</active-response>`,
  },
  *run(configuration, { rules, ...rest }) {
    for (const { response } of boundResponses(configuration, { rules, ...rest })) {
      const group = response.rulesGroup;
      if (!group) continue;
      for (const part of alternatives(group.text)) {
        if (!isPlain(part.text) || part.text.endsWith(',')) continue;
        const others = otherGroups(part.text, rules);
        if (others.length === 0) continue;
        const shown = others.slice(0, 4).join(', ');
        yield {
          span: partPlace(group, part.start, part.end),
          message:
            others.length > 4
              ? t(
                  'This also matches the groups {0} and {1} more. Put a comma behind the name.',
                  shown,
                  others.length - 4,
                )
              : t('This also matches the groups {0}. Put a comma behind the name.', shown),
          fixes: [{ title: t('Match this group alone'), edits: edits(group, part, rules), preferred: true }],
        };
      }
    }
  },
};

/** The groups that hold the name and go on behind it, of rules that can respond and are not in the group itself. */
function otherGroups(name: string, rules: RuleIndex): readonly string[] {
  const wanted = name.toLowerCase();
  const longer = (group: string) => {
    const written = group.toLowerCase();
    return written.includes(wanted) && !written.endsWith(wanted);
  };
  return [
    ...new Set(
      rules
        .inGroup(name)
        .filter((rule) => canRespond(rule) && !rule.groups.some((group) => group.toLowerCase() === wanted))
        .flatMap(({ groups }) => groups.filter(longer)),
    ),
  ];
}

/** The comma, and an alternative for the rules that have the group last and without one. */
function edits(group: Value, { text, start, end }: Alternative, rules: RuleIndex): readonly Edit[] {
  const last = rules.inGroup(`${text}$`).some(canRespond);
  return [{ span: partPlace(group, start, end), newText: last ? `${text},|${text}$` : `${text},` }];
}
