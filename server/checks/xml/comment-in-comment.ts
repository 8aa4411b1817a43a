import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import type { Check } from '../check';
import { commentsLike } from './swallowed';

export const commentInComment: Check = {
  code: 'comment-in-comment',
  severity: 'warning',
  wazuh: null,
  silent: 'To Wazuh the second beginning is a part of the comment.',
  title: 'Comment begun inside a comment',
  explanation:
    'Comments do not nest: the first `-->` or `!>` ends the outer one. If the outer comment was to end earlier, its end ' +
    'is missing and all that stands before the inner one is skipped; if it was to go on, what follows the first end is ' +
    'read as configuration (_oscomment, src/os_xml/os_xml.c).',
  since: '4.2',
  example: {
    bad: `<!-- switched off
<global>
  ⟦<!--⟧ all logs -->
  <logall>no</logall>
</global>`,
    good: `<!-- switched off -->
<global>
  <!-- all logs -->
  <logall>no</logall>
</global>`,
  },
  *run({ xml }) {
    for (const { end, span: whole } of commentsLike(xml, /^<!--/)) {
      const inner = end === 'missing' ? -1 : xml.text.slice(whole.start + 4, whole.end).indexOf('<!--');
      if (inner < 0) continue;
      const start = whole.start + 4 + inner;
      yield {
        span: span(start, start + 4),
        message: t(
          'A comment is still open here and ends with this one: comments do not nest. Close the first before, or take this one out.',
        ),
        related: [{ span: span(whole.start, whole.start + 4), message: t('The comment begins here') }],
      };
    }
  },
};
