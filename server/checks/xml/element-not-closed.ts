import { t } from '@vscode/l10n';
import type { Element } from '../../../wazuh/os-xml';
import { span } from '../../../wazuh/span';
import type { Edit } from '../check';
import { addBehind } from '../edits';
import { elementOf, faultCheck, preferred } from './fault-check';

export const elementNotClosed = faultCheck('element-not-closed', {
  title: 'Element without a closing tag',
  explanation:
    'Every element needs its closing tag, or `/>` at the end of its start tag. Wazuh notices only where another tag ' +
    'closes around it, or at the end of the file, and no daemon starts. The start tag that was left open is marked ' +
    'here (_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<global>
  ⟦<email_notification>⟧no
  <jsonout_output>yes</jsonout_output>
</global>`,
    good: `<global>
  <email_notification>no</email_notification>
  <jsonout_output>yes</jsonout_output>
</global>`,
  },
  advice: (fault, xml) => t('Close it with </{0}>.', elementOf(fault, xml)?.name ?? ''),
  fixes(fault, xml) {
    const element = elementOf(fault, xml);
    if (element?.closing.kind !== 'missing') return [];
    const tag = `</${element.name}>`;
    return [preferred(t('Add {0}', tag), closing(xml.text, element, tag))];
  },
});

/** The closing tag where it belongs: behind the value, or on a line of its own behind the last child. */
function closing(text: string, element: Element, tag: string): Edit {
  const last = element.children.at(-1);
  if (last) {
    const { newText, span: place } = addBehind(text, last, tag);
    return { span: place, newText: newText.replace(indentBefore(text, last), indentBefore(text, element)) };
  }
  const end = element.startTag.end + element.text.trimEnd().length;
  const fits = element.textSpan.end - element.textSpan.start === element.text.length;
  const place = fits ? end : element.textSpan.end;
  return { span: span(place, place), newText: tag };
}

/** The blanks in the line before an element. */
function indentBefore(text: string, { span: whole }: Element): string {
  const line = text.slice(text.lastIndexOf('\n', whole.start - 1) + 1, whole.start);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
