import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import type { Check } from '../check';
import { preferred } from './fault-check';
import { commentsLike } from './swallowed';

export const commentEndsEarly: Check = {
  code: 'comment-ends-early',
  severity: 'warning',
  wazuh: null,
  silent: 'To Wazuh the comment is over, and what follows is configuration like any other.',
  title: 'Comment that ends at an exclamation mark',
  explanation:
    'To Wazuh `!>` ends a comment as `-->` does, also one that began with `<!--`. What stands between the two, which ' +
    'every other reader takes for a part of the comment, is read as configuration (_oscomment, src/os_xml/os_xml.c).',
  since: '4.2',
  example: {
    bad: `<!-- Do not touch ⟦!>⟧ -->
<global>
  <logall>no</logall>
</global>`,
    good: `<!-- Do not touch! -->
<global>
  <logall>no</logall>
</global>`,
  },
  *run({ xml }) {
    for (const { end, span: whole } of commentsLike(xml, /^<!--/)) {
      if (end !== '!>') continue;
      const mark = span(whole.end - 2, whole.end);
      yield {
        span: mark,
        message: t(
          'To Wazuh this ends the comment: what follows is read as configuration. Write "! >" or leave it out.',
        ),
        fixes: [preferred(t('Change to {0}', '! >'), { span: mark, newText: '! >' })],
      };
    }
  },
};
