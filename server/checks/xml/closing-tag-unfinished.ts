import { t } from '@vscode/l10n';
import { elementOf, faultCheck, possible, preferred } from './fault-check';

export const closingTagUnfinished = faultCheck('closing-tag-unfinished', {
  title: 'Half-written closing tag',
  explanation:
    'This closing tag has no `>`. Wazuh reads on to the next `>` and takes all of that for the name, so the element ' +
    'counts as never closed, and no daemon starts (_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  <logall>no⟦</logall⟧
</global>`,
    good: `<global>
  <logall>no</logall>
</global>`,
  },
  advice: () => t('Complete the tag.'),
  fixes(fault, xml) {
    const element = elementOf(fault, xml);
    if (element?.closing.kind !== 'tag' || element.closing.span.start !== fault.span.start) {
      return [possible(t('Remove it'), { span: fault.span, newText: '' })];
    }
    const tag = `</${element.name}>`;
    return [preferred(t('Change to {0}', tag), { span: fault.span, newText: tag })];
  },
});
