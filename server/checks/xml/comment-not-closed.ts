import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { faultCheck, preferred } from './fault-check';

export const commentNotClosed = faultCheck('comment-not-closed', {
  title: 'Comment without an end',
  explanation:
    'A comment begins at `<!`, wherever that stands, and ends at `-->` or `!>`. This one does not end before the file ' +
    'does, and no daemon starts (_oscomment, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  ⟦<!-- not yet⟧
  <logall>no</logall>
</global>`,
    good: `<global>
  <!-- not yet -->
  <logall>no</logall>
</global>`,
  },
  advice: () => t('End the comment with -->.'),
  fixes: ({ span: { end } }) => [preferred(t('Add {0}', '-->'), { span: span(end, end), newText: ' -->' })],
});
