import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderShortTag = clusterdCheck('short-tag', {
  portable: false,
  title: 'Name of one letter at the end of a line',
  explanation:
    'Before wazuh-clusterd parses a manager’s file it escapes each `<` that begins no tag; and it takes a tag whose name ' +
    'is one letter for none if no other `>` follows on its line. If it keeps the start tag and escapes the closing tag, ' +
    'or the other way round, the manager does not start (load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<labels>
  <label key="a">x</label>
  <a>x⟦</a>⟧
</labels>`,
    good: `<labels>
  <label key="a">x</label>
</labels>`,
  },
  advice: () => t('Put the tag on one line with the next, or do without it.'),
});
