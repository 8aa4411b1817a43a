import { t } from '@vscode/l10n';
import { remove } from '../edits';
import { faultCheck, preferred } from './fault-check';

export const xmlProlog = faultCheck('xml-prolog', {
  title: 'XML declaration',
  explanation:
    'Wazuh’s file is not XML and has no declaration: `<?xml version="1.0"?>` is an element called `?xml` to it, and a ' +
    'bad one. No daemon starts. Editors and formatters like to add this line (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `⟦<?xml version="1.0" encoding="UTF-8"?>⟧
<ossec_config>
  <remote>
    <connection>secure</connection>
  </remote>
</ossec_config>`,
    good: `<ossec_config>
  <remote>
    <connection>secure</connection>
  </remote>
</ossec_config>`,
  },
  advice: () => t('Wazuh knows no <?…?>. Remove it.'),
  fixes: ({ span }, { text }) => [preferred(t('Remove the XML declaration'), remove(text, { span }))],
});
