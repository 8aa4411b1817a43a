import { t } from '@vscode/l10n';
import { elementOf, faultCheck, possible, preferred } from './fault-check';

export const closingTagMisspelt = faultCheck('closing-tag-misspelt', {
  title: 'Closing tag with another name',
  explanation:
    'A closing tag must have the name of the start tag, byte for byte and in the same case. With any other name Wazuh ' +
    'takes the element for one that was never closed, and no daemon starts (_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  <logall>no⟦</logall_json>⟧
</global>`,
    good: `<global>
  <logall>no</logall>
</global>`,
  },
  advice: (fault, xml) => t('Give both tags the same name: </{0}>.', elementOf(fault, xml)?.name ?? ''),
  fixes(fault, xml) {
    const element = elementOf(fault, xml);
    if (element?.closing.kind !== 'tag') return [];
    const { nameSpan } = element.closing;
    const written = xml.text.slice(nameSpan.start, nameSpan.end);
    return [
      preferred(t('Change to </{0}>', element.name), { span: nameSpan, newText: element.name }),
      possible(t('Change the start tag to <{0}>', written), { span: element.nameSpan, newText: written }),
    ];
  },
});
