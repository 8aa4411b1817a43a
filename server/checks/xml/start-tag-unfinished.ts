import { t } from '@vscode/l10n';
import { type Attribute, contentParent, type Element, type OsXml } from '../../../wazuh/os-xml';
import { span } from '../../../wazuh/span';
import { elementOf, faultCheck, possible, preferred } from './fault-check';

export const startTagUnfinished = faultCheck('start-tag-unfinished', {
  title: 'Half-written start tag',
  explanation:
    'This tag has no `>`. Wazuh reads on and takes what follows for a part of the tag: `<` is no special character ' +
    'there. So its message names something behind the mistake, and no daemon starts. A `<` that is meant as text needs ' +
    'a backslash before it, and a blank behind it for the cluster daemon’s sake (_ReadElem and _getattributes, ' +
    'src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  ⟦<email_from⟧
  <jsonout_output>yes</jsonout_output>
</global>`,
    good: `<global>
  <email_from>soc@example.com</email_from>
  <jsonout_output>yes</jsonout_output>
</global>`,
  },
  advice: () => t('Complete the tag.'),
  fixes(fault, xml) {
    const element = elementOf(fault, xml);
    const { start, end } = fault.span;
    const removal = possible(t('Remove it'), { span: fault.span, newText: '' });
    if (!element?.name || element.attributes.some(hasNoValue)) return [removal];
    const behind = span(end, end);
    if (isClosedBelow(element, xml)) {
      return [preferred(t('Add the missing {0}', '>'), { span: behind, newText: '>' }), removal];
    }
    const newText = `></${element.name}>`;
    const whole = xml.text.slice(start, end) + newText;
    return [possible(t('Complete to {0}', whole), { span: behind, newText }), removal];
  },
});

function hasNoValue({ nameSpan, span: whole }: Attribute): boolean {
  return nameSpan.end === whole.end;
}

/** Whether a closing tag of its name follows in the same parent that fits nothing else. */
function isClosedBelow({ name, parent, span: { end } }: Element, xml: OsXml): boolean {
  return xml.faults.some(
    ({ kind, span: place }) =>
      kind === 'closing-tag-stray' &&
      place.start >= end &&
      xml.text.startsWith(`</${name}>`, place.start) &&
      contentParent(xml, place.start) === parent,
  );
}
