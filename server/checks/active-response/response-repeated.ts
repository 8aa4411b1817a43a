import { t } from '@vscode/l10n';
import { trigger } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove } from '../edits';
import { type BoundResponse, boundResponses } from '../manager';

export const responseRepeated: Check = {
  code: 'response-repeated',
  severity: 'warning',
  wazuh: null,
  silent: 'Every response is bound by itself, and Wazuh never compares two of them.',
  title: 'The same response twice',
  explanation:
    'Each `<active-response>` runs by itself. Two with the same command, place and trigger run the command twice for ' +
    'each alert; if it is stateful, the second run is aborted, or the shorter timeout undoes what the longer one meant ' +
    'to keep (Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>
<⟦active-response⟧>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const seen = new Map<string, BoundResponse>();
    for (const bound of boundResponses(configuration, context)) {
      const key = signature(bound);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, bound);
        continue;
      }
      const { element } = bound.response.section;
      yield {
        span: element.nameSpan,
        message: t('A block above does the same: the command runs twice for each alert.'),
        related: [
          { span: first.response.section.element.nameSpan, message: t('The block that does the same') },
        ],
        fixes: [
          {
            title: t('Remove this block'),
            edits: [remove(configuration.xml.text, element)],
            preferred: true,
          },
        ],
        tag: 'unnecessary',
      };
    }
  },
};

function signature({ response, targets }: BoundResponse): string {
  const { level, group, ids } = trigger(response);
  const agent = targets.includes('defined-agent') ? response.agentId?.text : undefined;
  const listed = [...new Set(ids.map(({ id }) => id))].sort((a, b) => a - b);
  return JSON.stringify([response.command?.text, targets, agent, level, group, listed]);
}
