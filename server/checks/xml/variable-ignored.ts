import { t } from '@vscode/l10n';
import { elements } from '../../../wazuh/os-xml';
import type { Check } from '../check';

export const variableIgnored: Check = {
  code: 'variable-ignored',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh’s reader takes variables in for rule files and leaves them out everywhere.',
  title: 'Variable in a configuration file',
  explanation:
    'An element called `var`, in any case, is a variable to Wazuh, and no daemon reads it as configuration. In rule and ' +
    'decoder files `$name` is replaced by its value; in a configuration nothing is: `$name` stays as it is. Children of ' +
    'a `<var>` count as children of the element before it (_writememory, src/os_xml/os_xml.c).',
  since: '4.2',
  example: {
    bad: `<⟦var⟧ name="FOLDER">/etc</var>
<syscheck>
  <directories>$FOLDER</directories>
</syscheck>`,
    good: `<syscheck>
  <directories>/etc</directories>
</syscheck>`,
  },
  *run({ xml }) {
    for (const element of elements(xml)) {
      if (element.name.toLowerCase() !== 'var') continue;
      yield {
        span: element.nameSpan,
        message: t('Wazuh skips <var> here, and replaces no $name. Write the value where it is needed.'),
        tag: 'unnecessary',
      };
    }
  },
};
