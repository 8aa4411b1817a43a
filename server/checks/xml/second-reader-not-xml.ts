import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderNotXml = clusterdCheck('not-xml', {
  portable: true,
  title: 'Not XML to the cluster daemon',
  explanation:
    'wazuh-clusterd rewrites a manager’s file with a few regular expressions and reads the result as XML. What Wazuh’s ' +
    'daemons take and XML does not, such as a name that begins with a digit, a name with a colon, `/ >` for `/>` or ' +
    '`]]>` in a text, keeps the manager from starting. The line in its message is three more than the file’s: it puts ' +
    'declarations before the file (load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<syscheck>
  ⟦<nodiff type="sregex"/ >⟧
</syscheck>`,
    good: `<syscheck>
  <nodiff type="sregex"/>
</syscheck>`,
  },
  advice: () => t('Write it so that it is XML as well.'),
});
