import { t } from '@vscode/l10n';
import { elements } from '../../../wazuh/os-xml';
import { type Span, slice, span } from '../../../wazuh/span';
import type { Check, Problem } from '../check';
import { possible } from './fault-check';

const entity = /&(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);/gi;

/** What to write instead; `<` has no such way. */
const plain: Readonly<Record<string, string>> = { '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" };

export const entityInValue: Check = {
  code: 'entity-in-value',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh’s reader knows no entities, so to it they are text.',
  title: 'Entity in a value',
  explanation:
    'Wazuh decodes no entities: `&amp;` stays five characters long, `&lt;` four. In a text only `<` is special, so write ' +
    '`&` and `>` as they are, and `\\<` for `<`, where the backslash stays in the value (src/os_xml/os_xml.c).',
  since: '4.2',
  example: {
    bad: `<localfile>
  <log_format>command</log_format>
  <command>df -P ⟦&amp;⟧⟦&amp;⟧ free</command>
</localfile>`,
    good: `<localfile>
  <log_format>command</log_format>
  <command>df -P && free</command>
</localfile>`,
  },
  *run({ xml }) {
    for (const element of elements(xml)) {
      for (const { valueSpan } of element.attributes) yield* entities(xml.text, valueSpan, false);
      if (element.children.length === 0) yield* entities(xml.text, element.textSpan, true);
    }
  },
};

function* entities(text: string, where: Span, inText: boolean): Iterable<Problem> {
  for (const { 0: written, index } of slice(text, where).matchAll(entity)) {
    const place = span(where.start + index, where.start + index + written.length);
    const newText = inText ? plain[written.toLowerCase()] : undefined;
    yield {
      span: place,
      message: t('Wazuh does not decode {0}: the value keeps it as it is written.', written),
      fixes: newText === undefined ? [] : [possible(t('Change to {0}', newText), { span: place, newText })],
    };
  }
}
