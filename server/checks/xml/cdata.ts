import { t } from '@vscode/l10n';
import { slice } from '../../../wazuh/span';
import type { Check } from '../check';
import { faultCheck, preferred } from './fault-check';
import { commentsLike, hides } from './swallowed';

const closed = faultCheck('cdata', {
  title: 'CDATA section',
  explanation:
    'Wazuh has no CDATA. `<![CDATA[` opens a comment, as every `<!` does, and `]]>` does not end it: the comment goes on ' +
    'to the next `-->` or `!>`. Without one no daemon starts; with one everything in between is skipped without a word. ' +
    'Write the text as it is: only `<` is special (_oscomment, src/os_xml/os_xml.c).',
  example: {
    bad: `<localfile>
  <log_format>command</log_format>
  <command>⟦<![CDATA[df -P]]>⟧</command>
</localfile>`,
    good: `<localfile>
  <log_format>command</log_format>
  <command>df -P</command>
</localfile>`,
  },
  advice: () => t('Wazuh knows no CDATA and takes it for a comment. Write the text without it.'),
  fixes({ span }, { text }) {
    const content = /^<!\[CDATA\[(.*)\]\]>$/s.exec(slice(text, span))?.[1];
    if (content === undefined || content.includes('<')) return [];
    return [preferred(t('Write the text without CDATA'), { span, newText: content })];
  },
});

export const cdata: Check = {
  ...closed,
  silent: 'A comment that ends is no mistake to Wazuh, whatever it begins with.',
  *run(configuration, context) {
    yield* closed.run(configuration, context);
    const { xml } = configuration;
    for (const comment of commentsLike(xml, /^<!\[CDATA\[/)) {
      if (comment.end === 'missing') continue;
      yield { span: comment.span, message: hides(xml, comment), severity: 'warning', wazuh: null };
    }
  },
};
