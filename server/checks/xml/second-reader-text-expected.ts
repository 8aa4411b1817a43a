import { t } from '@vscode/l10n';
import { remove } from '../edits';
import { clusterdCheck } from './clusterd-check';
import { elementOf, possible } from './fault-check';

export const secondReaderTextExpected = clusterdCheck('text-expected', {
  portable: false,
  title: 'Element that needs a text',
  explanation:
    'wazuh-clusterd takes `<protocol>` of `<remote>` and each child of `<synchronization>`, `<whodata>` and ' +
    '`<haproxy_helper>` for a text. If one is empty, has an attribute or children of its own, clusterd stops, and the ' +
    'manager does not start (_read_option, framework/wazuh/core/configuration.py).',
  example: {
    bad: `<syscheck>
  <synchronization>
    ⟦<interval>⟧</interval>
  </synchronization>
</syscheck>`,
    good: `<syscheck>
  <synchronization>
    <interval>5m</interval>
  </synchronization>
</syscheck>`,
  },
  advice: () => t('Give it a text and nothing else, or remove it.'),
  fixes(fault, xml) {
    const element = elementOf(fault, xml);
    return element ? [possible(t('Remove <{0}>', element.name), remove(xml.text, element))] : [];
  },
});
