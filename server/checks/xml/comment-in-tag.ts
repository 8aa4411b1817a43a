import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { faultCheck, preferred } from './fault-check';

export const commentInTag = faultCheck('comment-in-tag', {
  title: 'Comment inside a start tag',
  explanation:
    'Between attributes Wazuh knows no comments: it takes `<!--` for an attribute without a value, and no daemon starts ' +
    '(_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<wodle ⟦<!-- docker -->⟧ name="docker-listener">
  <disabled>yes</disabled>
</wodle>`,
    good: `<wodle name="docker-listener">
  <disabled>yes</disabled>
</wodle>`,
  },
  advice: () => t('Move the comment out of the tag.'),
  fixes({ span: { start, end } }, { text }) {
    const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return [preferred(t('Remove the comment'), { span: span(start - before, end), newText: '' })];
  },
});
