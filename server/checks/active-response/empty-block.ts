import { t } from '@vscode/l10n';
import { features } from '../../../wazuh/versions';
import type { Check } from '../check';
import { remove } from '../edits';
import { says, willNotStart } from '../says';

export const emptyBlock: Check = {
  code: 'empty-block',
  severity: 'error',
  wazuh: '1230',
  title: 'Empty command or active-response',
  explanation:
    'A `<command>` or `<active-response>` without any child counts as an unknown section. Every daemon that reads the ' +
    'file refuses it, on agents too (read_main_elements, src/config/config.c).',
  since: '4.2',
  example: {
    bad: `<⟦active-response⟧></active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run({ sections, xml }, { version }) {
    // From 5.0 on, an empty response is passed over, and any command refused.
    if (!features(version).commandsInConfiguration) return;
    for (const { element, name, children } of sections) {
      if ((name !== 'command' && name !== 'active-response') || children.length > 0) continue;
      // Behind a fault, a response's own <command> may seem to stand outside it.
      if (xml.faults.length > 0 && element.text.trim() !== '') continue;
      yield {
        span: element.nameSpan,
        message: willNotStart(
          says('1230', name),
          t('An empty <{0}> counts as unknown. Fill it in or remove it.', name),
        ),
        fixes: [
          { title: t('Remove the empty <{0}>', name), edits: [remove(xml.text, element)], preferred: true },
        ],
      };
    }
  },
};
