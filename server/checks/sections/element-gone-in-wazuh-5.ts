import { t } from '@vscode/l10n';
import { goneIn5 } from '../../../wazuh/daemons';
import type { Check } from '../check';
import { remove } from '../edits';
import { severityOf } from './heard';
import { outcome } from './outcome';
import { ownWords } from './wording';

export const elementGoneInWazuh5: Check = {
  code: 'element-gone-in-wazuh-5',
  severity: 'error',
  wazuh: '1230',
  title: 'Element that Wazuh 5 does not read',
  explanation:
    'Some sections stay in Wazuh 5 and lose elements. remoted knows no `<connection>`, `<allowed-ips>` and ' +
    '`<denied-ips>`, authd no `<key_request>`, `<force_insert>`, `<force_time>` and `<limit_maxagents>`, agentd no ' +
    '`<disable>` and `<length>` in `<client_buffer>`: each refuses the file. syscheck and rootcheck write a line and go ' +
    'on without theirs (src/config/src, tag v5.0.0-beta4).',
  since: '5.0',
  example: {
    bad: '<wazuh_config>\n  <remote>\n    <⟦connection⟧>secure</connection>\n    <port>1514</port>\n  </remote>\n</wazuh_config>',
    good: '<wazuh_config>\n  <remote>\n    <port>1514</port>\n  </remote>\n</wazuh_config>',
    given: { version: '5.0' },
  },
  *run(configuration, { catalog, version }) {
    if (version !== '5.0') return;
    for (const remark of goneIn5(configuration, catalog)) {
      const { element, span, reaction } = remark;
      if (!element) continue;
      yield {
        span,
        severity: severityOf(remark),
        wazuh: reaction.messageId ?? null,
        message: outcome(
          remark,
          ownWords(remark) ?? '',
          t('Wazuh 5 has no <{0}> here any more.', element.name),
        ),
        fixes: [
          {
            title: t('Remove <{0}>', element.name),
            edits: [remove(configuration.xml.text, element)],
            preferred: true,
          },
        ],
      };
    }
  },
};
