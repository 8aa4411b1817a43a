import { t } from '@vscode/l10n';
import { limits } from '../../../wazuh/os-xml';
import { faultCheck } from './fault-check';

const nested = (depth: number, innermost: string) =>
  `<ossec_config>${'<ab>'.repeat(depth - 1)}${innermost}${'</ab>'.repeat(depth - 1)}</ossec_config>`;

export const tooDeep = faultCheck('too-deep', {
  title: 'Elements nested too deep',
  explanation:
    `Wazuh reads elements inside elements up to ${limits.depth} levels, the root included; below that no daemon starts ` +
    '(_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: nested(limits.depth, '⟦<⟧ab></ab>'),
    good: `<ossec_config>
  <remote>
    <connection>secure</connection>
  </remote>
</ossec_config>`,
  },
  advice: () => t('Elements may be nested {0} levels deep.', String(limits.depth)),
});
