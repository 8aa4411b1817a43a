import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import type { Check } from '../check';
import { willNotStart } from '../says';
import { similar } from '../similar';
import { heard, severityOf } from './heard';
import { ownWords } from './wording';

export const wodleName: Check = {
  code: 'wodle-name',
  severity: 'error',
  wazuh: null,
  title: 'Wodle that does not say which module it is',
  explanation:
    'The first attribute of a `<wodle>` must be `name`. Without any attribute nearly every daemon crashes at start; ' +
    'with another one first, modulesd refuses to start. A name that it does not know is only an ERROR line, and the ' +
    'block is left out (src/config/config.c and src/config/wmodules-config.c).',
  since: '4.0',
  example: {
    bad: '<⟦wodle⟧>\n  <disabled>yes</disabled>\n</wodle>',
    good: '<wodle name="syscollector">\n  <disabled>yes</disabled>\n</wodle>',
  },
  *run(configuration, context) {
    const modules = context.catalog.sections.flatMap(({ wodleName: name }) =>
      name === undefined ? [] : [name],
    );
    for (const remark of heard(configuration, context, 'unknown-module')) {
      const { span, words, attribute, element } = remark;
      const name = attribute?.value ?? '';
      const meant = words === 'unknown' ? similar(name, modules) : undefined;
      const isManager = configuration.role === 'manager';
      yield {
        span,
        severity: severityOf(remark),
        wazuh: words === 'no attribute' && isManager ? '3006' : null,
        message: messageOf(remark, modules),
        fixes:
          meant && attribute
            ? [
                {
                  title: t('Write {0}', meant),
                  edits: [{ span: attribute.valueSpan, newText: meant }],
                  preferred: true,
                },
              ]
            : [],
      };
      if (isManager && attribute && attribute.name !== 'name' && element)
        yield {
          span: element.nameSpan,
          wazuh: '3006',
          message: willNotStart(ofClusterd, t('Give it the attribute name.')),
        };
    }
  },
};

/** What clusterd says of a wodle without a name. */
const ofClusterd =
  "Error 3006 - Error reading cluster configuration: Requested component does not exist: 'name'.";

function messageOf(remark: Remark, modules: readonly string[]): string {
  const line = ownWords(remark) ?? '';
  switch (remark.words) {
    case 'no attribute':
      return willNotStart(
        t('its daemons crash at a <wodle> without a name. {0}', ofClusterd),
        known(modules),
      );
    case 'name is not first':
      return willNotStart(line, t('Put name before the other attributes.'));
    default:
      return t('Wazuh starts, but leaves this block out: {0}. {1}', line, known(modules));
  }
}

function known(modules: readonly string[]): string {
  return t('Modules: {0}.', modules.join(', '));
}
