import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { sentences } from '../says';
import { heard } from './heard';
import { ownWords } from './wording';

export const sectionNotReadHere: Check = {
  code: 'section-not-read-here',
  severity: 'warning',
  wazuh: null,
  silent: 'Each daemon knows the names of all sections, and reads only its own.',
  title: 'Section that this installation does not read',
  explanation:
    'Daemons pass over a section that is not theirs. A manager reads no `<client>`, an agent reads no `<global>` or ' +
    '`<ruleset>`, and few of them are worth a line to Wazuh (ReadConfig, src/config/config.c): what is written there has ' +
    'no effect.',
  since: '4.0',
  example: {
    bad: '<⟦client_buffer⟧>\n  <queue_size>5000</queue_size>\n</client_buffer>',
    good: '<global>\n  <logall>no</logall>\n</global>',
  },
  *run(configuration, context) {
    const where = { manager: t('a manager'), agent: t('an agent'), 'agent.conf': t('agent.conf') }[
      configuration.role
    ];
    for (const remark of heard(configuration, context, 'section-out-of-place')) {
      const { element, span } = remark;
      if (!element) continue;
      const line = ownWords(remark);
      yield {
        span,
        message: line
          ? sentences(t('<{0}> has no effect here: {1}', element.name, line))
          : t('<{0}> has no effect here: {1} does not read it, and says nothing.', element.name, where),
        fixes: [
          {
            title: t('Remove <{0}>', element.name),
            edits: [remove(configuration.xml.text, element)],
            preferred: false,
          },
        ],
        tag: 'unnecessary',
      };
    }
  },
};
