import { t } from '@vscode/l10n';
import { type ActiveResponse, atoi, type Value } from '../../../wazuh/model';
import { slice } from '../../../wazuh/span';
import type { Check, Fix } from '../check';
import { addBehind, setText } from '../edits';
import { boundResponses } from '../manager';
import { partPlace } from '../places';

export const agentIdList: Check = {
  code: 'agent-id-list',
  severity: 'warning',
  wazuh: null,
  silent:
    'The text is turned into a number by a function that stops at the first other character and ' +
    'reports nothing.',
  title: 'More than one agent_id',
  explanation:
    'A response runs on one defined agent: Wazuh reads the first number of `<agent_id>` and ignores what follows. Write ' +
    'one response for each agent, or `<location>all</location>` (OS_Exec, src/analysisd/alerts/exec.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>defined-agent</location>
  <agent_id>001⟦, 002⟧</agent_id>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>defined-agent</location>
  <agent_id>001</agent_id>
  <rules_id>5712</rules_id>
</active-response>
<active-response>
  <command>firewall-drop</command>
  <location>defined-agent</location>
  <agent_id>002</agent_id>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response, targets } of boundResponses(configuration, context)) {
      const { agentId } = response;
      if (!agentId || !targets.includes('defined-agent')) continue;
      const [first = '', number = ''] = /^\s*[+-]?(\d+)/.exec(agentId.text) ?? [];
      if (agentId.text.slice(first.length).trim() === '') continue;
      yield {
        span: partPlace(agentId, first.length, agentId.text.trimEnd().length),
        message: t(
          'Wazuh reads agent {0} alone and ignores the rest.',
          String(atoi(number)).padStart(3, '0'),
        ),
        fixes: fixes(configuration.xml.text, response, agentId, number),
      };
    }
  },
};

/** One block for each id, or the first id alone. */
function fixes(text: string, { section }: ActiveResponse, agentId: Value, first: string): readonly Fix[] {
  const ids = agentId.text.split(/[\s,;]+/).filter((id) => id !== '');
  const only: Fix = {
    title: t('Keep {0} alone', first),
    edits: [setText(agentId.element, first)],
    preferred: false,
  };
  if (ids.length < 2 || !ids.every((id) => /^\d+$/.test(id) && atoi(id) > 0)) return [only];
  // The list belongs to execd, not to the block: a second one would not count.
  if (section.children.some(({ name }) => name === 'repeated_offenders')) return [only];
  const { span } = section.element;
  const idEdit = setText(agentId.element, '');
  const copy = (id: string) =>
    text.slice(span.start, idEdit.span.start) + id + slice(text, { start: idEdit.span.end, end: span.end });
  return [
    {
      title: t('Write one response for each agent'),
      edits: [
        setText(agentId.element, ids[0] ?? ''),
        addBehind(text, section.element, ...ids.slice(1).map(copy)),
      ],
      preferred: true,
    },
    only,
  ];
}
