import { t } from '@vscode/l10n';
import { elementOf, faultCheck, preferred } from './fault-check';

export const closingTagBlank = faultCheck('closing-tag-blank', {
  title: 'Blank in a closing tag',
  explanation:
    'In a closing tag Wazuh takes everything between `</` and `>` for the name, blanks and line breaks too. `</name >` ' +
    'therefore closes nothing, and no daemon starts, although it is good XML (_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  <logall>no⟦</logall >⟧
</global>`,
    good: `<global>
  <logall>no</logall>
</global>`,
  },
  advice: () => t('Wazuh takes the blank for a part of the name. Take it out.'),
  fixes(fault, xml) {
    const tag = `</${elementOf(fault, xml)?.name ?? ''}>`;
    return [preferred(t('Change to {0}', tag), { span: fault.span, newText: tag })];
  },
});
