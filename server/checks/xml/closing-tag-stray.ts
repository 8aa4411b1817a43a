import { t } from '@vscode/l10n';
import { remove } from '../edits';
import { faultCheck, preferred } from './fault-check';

export const closingTagStray = faultCheck('closing-tag-stray', {
  title: 'Closing tag without a start tag',
  explanation:
    'No element of this name is open here. Inside another element Wazuh says that *that* one is not closed, since it ' +
    'waits for its closing tag; outside all of them it says "Element not opened." No daemon starts either way ' +
    '(_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  <logall>no</logall>
</global>
⟦</global>⟧`,
    good: `<global>
  <logall>no</logall>
</global>`,
  },
  advice: () => t('There is no start tag for this one. Remove it, or add the start tag.'),
  fixes: ({ span }, { text }) => [
    preferred(t('Remove {0}', text.slice(span.start, span.end)), remove(text, { span })),
  ],
});
