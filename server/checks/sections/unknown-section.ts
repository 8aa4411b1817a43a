import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove, rename } from '../edits';
import { says, willNotStart } from '../says';
import { similar } from '../similar';
import { heard } from './heard';

export const unknownSection: Check = {
  code: 'unknown-section',
  severity: 'error',
  wazuh: '1230',
  title: 'Unknown section',
  explanation:
    'Every daemon walks the whole file and refuses it at the first section that it does not know, names compared byte ' +
    'for byte (ReadConfig, src/config/config.c). A section of a newer release, of another product or in capitals ' +
    'keeps all of Wazuh from starting.',
  since: '4.0',
  example: {
    bad: '<⟦syschek⟧>\n  <frequency>43200</frequency>\n</syschek>',
    good: '<syscheck>\n  <frequency>43200</frequency>\n</syscheck>',
  },
  *run(configuration, context) {
    for (const { element, span } of heard(configuration, context, 'unknown-section')) {
      if (!element) continue;
      const meant = similar(
        element.name,
        context.catalog.sections.map(({ section, element: name }) => name ?? section),
      );
      yield {
        span,
        message: willNotStart(
          says('1230', element.name),
          meant ? t('Did you mean {0}?', meant) : t('No daemon knows this section: take it out.'),
        ),
        fixes: [
          ...(meant
            ? [{ title: t('Rename to {0}', meant), edits: rename(element, meant), preferred: true }]
            : []),
          {
            title: t('Remove <{0}>', element.name),
            edits: [remove(configuration.xml.text, element)],
            preferred: false,
          },
        ],
      };
    }
  },
};
