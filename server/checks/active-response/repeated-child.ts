import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { managerBlocks } from '../manager';
import { valuePlace } from '../places';

/** Elements of which only the last of a block counts; `disabled` is another matter: there a yes counts anywhere. */
const single: readonly string[] = [
  'name',
  'executable',
  'timeout_allowed',
  'extra_args',
  'command',
  'location',
  'agent_id',
  'level',
  'rules_group',
  'rules_id',
  'timeout',
];

export const repeatedChild: Check = {
  code: 'repeated-child',
  severity: 'warning',
  wazuh: null,
  silent: 'Each value overwrites the one before it.',
  title: 'Element given twice',
  explanation:
    'If an element is repeated within a `<command>` or an `<active-response>`, the last one counts and the others are ' +
    'ignored without a word. Several rule ids belong into one `<rules_id>`, with commas between them ' +
    '(src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>⟦5710⟧</rules_id>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5710,5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { children } of managerBlocks(configuration, context)) {
      const lasts = new Map(children.map((child) => [child.name, child]));
      for (const child of children) {
        const last = lasts.get(child.name);
        if (!single.includes(child.name) || !last || last === child) continue;
        yield {
          span: valuePlace(child),
          message: t('Wazuh ignores this: <{0}> is given again below, and the last one counts.', child.name),
          related: [{ span: valuePlace(last), message: t('The value that counts') }],
          fixes: [
            {
              title: t('Remove this <{0}>', child.name),
              edits: [remove(configuration.xml.text, child)],
              preferred: false,
            },
          ],
          tag: 'unnecessary',
        };
      }
    }
  },
};
