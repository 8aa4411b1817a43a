import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { faultCheck, preferred } from './fault-check';
import { commentsLike, hides } from './swallowed';

const closed = faultCheck('doctype', {
  title: 'DOCTYPE',
  explanation:
    'Wazuh has no DOCTYPE. `<!DOCTYPE` opens a comment, as every `<!` does, and `>` does not end it: the comment goes on ' +
    'to the next `-->` or `!>`. Without one no daemon starts; with one everything in between is skipped without a word ' +
    '(_oscomment, src/os_xml/os_xml.c).',
  example: {
    bad: `⟦<!DOCTYPE ossec_config>⟧
<ossec_config>
  <remote>
    <connection>secure</connection>
  </remote>
</ossec_config>`,
    good: `<ossec_config>
  <remote>
    <connection>secure</connection>
  </remote>
</ossec_config>`,
  },
  advice: () => t('Wazuh knows no DOCTYPE and takes it for a comment. Remove it.'),
  fixes: ({ span }, { text }) => [preferred(t('Remove the DOCTYPE'), remove(text, { span }))],
});

export const doctype: Check = {
  ...closed,
  silent: 'A comment that ends is no mistake to Wazuh, whatever it begins with.',
  *run(configuration, context) {
    yield* closed.run(configuration, context);
    const { xml } = configuration;
    for (const comment of commentsLike(xml, /^<!doctype/i)) {
      if (comment.end === 'missing') continue;
      yield { span: comment.span, message: hides(xml, comment), severity: 'warning', wazuh: null };
    }
  },
};
