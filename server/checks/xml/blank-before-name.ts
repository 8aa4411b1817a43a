import { t } from '@vscode/l10n';
import { faultCheck, preferred } from './fault-check';

export const blankBeforeName = faultCheck('blank-before-name', {
  title: 'Blank behind the opening bracket',
  explanation:
    'The name must follow `<` at once. After `< ` Wazuh sees an element without a name and takes the name for an ' +
    'attribute without a value; no daemon starts (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  ⟦< ⟧logall>no</logall>
</global>`,
    good: `<global>
  <logall>no</logall>
</global>`,
  },
  advice: () => t('Take the blank out.'),
  fixes: ({ span }) => [preferred(t('Remove the blank'), { span, newText: '<' })],
});
