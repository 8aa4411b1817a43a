import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { willNotStart } from '../says';
import { similar } from '../similar';
import { heard, severityOf } from './heard';

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
      const { span, words, attribute } = remark;
      const name = attribute?.value ?? '';
      const meant = words === 'unknown' ? similar(name, modules) : undefined;
      yield {
        span,
        severity: severityOf(remark),
        message: messageOf(words, name, modules),
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
    }
  },
};

function messageOf(words: string, name: string, modules: readonly string[]): string {
  const known = t('Modules: {0}.', modules.join(', '));
  if (words === 'no attribute')
    return willNotStart(t('its daemons crash at a <wodle> without a name.'), known);
  if (words === 'name is not first') {
    return willNotStart("Module attribute is not 'name'.", t('Put name before the other attributes.'));
  }
  return `${t("Wazuh starts, but leaves this block out: Unknown module '{0}'.", name)} ${known}`;
}
