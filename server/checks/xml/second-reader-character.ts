import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';
import { possible } from './fault-check';

export const secondReaderCharacter = clusterdCheck('character', {
  portable: true,
  title: 'Control character, or a byte that is no UTF-8',
  explanation:
    'Wazuh’s daemons read bytes and mind no encoding; to them a NUL ends the value. wazuh-clusterd reads a manager’s file ' +
    'as UTF-8 and as XML, which knows no control characters but tab and line break: with any other, or with a letter of ' +
    'Latin-1, the manager does not start (load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<labels>
  <label key="note">form⟦\f⟧feed</label>
</labels>`,
    good: `<labels>
  <label key="note">form feed</label>
</labels>`,
  },
  advice: () => t('Remove the character, and save the file as UTF-8.'),
  fixes: ({ span }) => [possible(t('Remove the character'), { span, newText: '' })],
});
