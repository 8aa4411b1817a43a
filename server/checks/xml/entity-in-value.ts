import { t } from '@vscode/l10n';
import { elements } from '../../../wazuh/os-xml';
import { type Span, slice, span } from '../../../wazuh/span';
import type { Check, Fix, Problem } from '../check';
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
  <command>df -P ⟦&amp;&amp;⟧ free</command>
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

/** One problem for each value, however many entities it holds. */
function* entities(text: string, where: Span, inText: boolean): Iterable<Problem> {
  const found = [...slice(text, where).matchAll(entity)];
  const [first, last] = [found.at(0), found.at(-1)];
  if (!first || !last) return;
  const place = span(where.start + first.index, where.start + last.index + last[0].length);
  const written = [...new Set(found.map(([each]) => each))];
  yield {
    span: place,
    message: t('Wazuh does not decode {0}: the value keeps it as it is written.', written.join(', ')),
    fixes: inText ? decoded(slice(text, place), written, place) : [],
  };
}

/** Offered only where all of them have a plain form. */
function decoded(text: string, written: readonly string[], place: Span): readonly Fix[] {
  if (!written.every((each) => plain[each.toLowerCase()])) return [];
  const newText = text.replaceAll(entity, (each) => plain[each.toLowerCase()] ?? each);
  return [possible(t('Write it as it is meant'), { span: place, newText })];
}
