import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';
import { preferred } from './fault-check';

export const secondReaderCommentInTag = clusterdCheck('comment-in-tag', {
  portable: true,
  title: 'Comment inside a name',
  explanation:
    'Wazuh’s daemons skip a comment inside the name of a tag. wazuh-clusterd, which reads a manager’s file as XML, ' +
    'refuses it, and the manager does not start (load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<glo⟦<!-- -->⟧bal>
  <logall>no</logall>
</global>`,
    good: `<global>
  <logall>no</logall>
</global>`,
  },
  advice: () => t('Take the comment out.'),
  fixes: ({ span }) => [preferred(t('Remove the comment'), { span, newText: '' })],
});
