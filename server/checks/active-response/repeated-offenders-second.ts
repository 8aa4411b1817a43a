import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { valuePlace } from '../places';
import { offenderLists } from './offender-lists';

export const repeatedOffendersSecond: Check = {
  code: 'repeated-offenders-second',
  severity: 'warning',
  wazuh: null,
  silent: 'execd takes the first list that it finds and asks for no other.',
  title: 'Second repeated_offenders',
  explanation:
    'execd has one list of minutes for all responses: the first `<repeated_offenders>` of the file. It does not belong ' +
    'to the block that it stands in, and any further one is ignored (ExecdConfig, src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>10,30</repeated_offenders>
</active-response>
<active-response>
  <command>host-deny</command>
  <location>server</location>
  <rules_id>5720</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>⟦60,120⟧</repeated_offenders>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>10,30</repeated_offenders>
</active-response>
<active-response>
  <command>host-deny</command>
  <location>server</location>
  <rules_id>5720</rules_id>
  <timeout>600</timeout>
</active-response>`,
  },
  *run(configuration, context) {
    const [first, ...others] = offenderLists(configuration, context);
    for (const { element } of others) {
      yield {
        span: valuePlace(element),
        message: t('execd ignores this list: the first one of the file counts for all responses.'),
        related: first ? [{ span: valuePlace(first.element), message: t('The list that counts') }] : [],
        // Without the element, a block that lacks command or location would be refused (1281).
        fixes:
          configuration.role === 'agent' || isComplete(element.parent?.children ?? [])
            ? [
                {
                  title: t('Remove <repeated_offenders>'),
                  edits: [remove(configuration.xml.text, element)],
                  preferred: true,
                },
              ]
            : [],
        tag: 'unnecessary',
      };
    }
  },
};

function isComplete(siblings: readonly { readonly name: string; readonly text: string }[]): boolean {
  return ['command', 'location'].every((name) =>
    siblings.some((one) => one.name === name && one.text !== ''),
  );
}
