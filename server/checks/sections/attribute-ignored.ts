import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import type { Check } from '../check';
import { sentences } from '../says';
import { expected } from './expected';
import { heard, isSilent } from './heard';
import { meantAttribute } from './meant';

export const attributeIgnored: Check = {
  code: 'attribute-ignored',
  severity: 'warning',
  wazuh: null,
  silent: 'The readers ask for the attributes that they know, and only a few look at the others.',
  title: 'Attribute that Wazuh passes over in silence',
  explanation:
    'Most elements have no attributes, and their readers never look for any: what is written there has no effect. The ' +
    'same goes for some values of attributes that they do know (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<rootcheck>\n  <frequency ⟦unit⟧="s">43200</frequency>\n</rootcheck>',
    good: '<rootcheck>\n  <frequency>43200</frequency>\n</rootcheck>',
  },
  *run(configuration, context) {
    const unused = heard(configuration, context, 'use')
      .filter((remark) => remark.reaction.scope !== undefined && !isSilent(remark))
      .map(({ element }) => element);
    for (const remark of heard(configuration, context, 'unknown-attribute')) {
      // Of an element that has no effect as a whole, enough is said.
      if (unused.includes(remark.element)) continue;
      const meant = isSilent(remark) && meantAttribute(remark, context, configuration.xml.text);
      if (!meant) continue;
      const said = t('Wazuh says nothing and passes over the attribute {0}.', remark.attribute?.name ?? '');
      yield {
        span: remark.span,
        message: sentences(said, meant.sentence),
        fixes: meant.fixes,
        tag: 'unnecessary',
      };
    }
    for (const remark of heard(configuration, context, 'bad-attribute')) {
      if (isSilent(remark)) yield { span: remark.span, message: ofValue(remark) };
    }
  },
};

function ofValue({ attribute, reaction, reference }: Remark): string {
  const effect = reaction.effect ?? t('it is passed over');
  const [value, name] = [attribute?.value ?? '', attribute?.name ?? ''];
  return sentences(t("Wazuh says nothing to '{0}' for {1}: {2}.", value, name, effect), expected(reference));
}
