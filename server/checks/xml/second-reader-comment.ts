import { t } from '@vscode/l10n';
import { slice } from '../../../wazuh/span';
import { clusterdCheck } from './clusterd-check';
import { preferred } from './fault-check';

export const secondReaderComment = clusterdCheck('comment', {
  portable: true,
  title: 'Comment that XML knows not',
  explanation:
    'To Wazuh’s daemons a comment begins at any `<!` and ends at `-->` or `!>`. wazuh-clusterd reads a manager’s file as ' +
    'XML: a comment begins with `<!--`, ends with `-->` and not with `--->`, and `<!-->` is only its beginning. Where ' +
    'the two disagree about what is a comment the manager does not start ' +
    '(load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `⟦<!-- switched off --->⟧
<global>
  <logall>no</logall>
</global>`,
    good: `<!-- switched off -->
<global>
  <logall>no</logall>
</global>`,
  },
  advice: () => t('Begin the comment with <!-- and end it with -->.'),
  fixes({ span }, { text }) {
    const written = slice(text, span);
    const content = /^<!-*(.*?)(?:-*-->|!>)$/s.exec(written)?.[1];
    if (content === undefined || /[<>]/.test(content)) return [];
    const newText = `<!--${content}-->`;
    return newText === written ? [] : [preferred(t('Change to {0}', newText), { span, newText })];
  },
});
