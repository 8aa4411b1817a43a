import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { faultCheck, possible } from './fault-check';

export const attributeNoValue = faultCheck('attribute-no-value', {
  title: 'Attribute without a value',
  explanation:
    'An attribute needs a value in quotes. Without one no daemon starts (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories ⟦realtime⟧>/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Give the attribute a value in quotes.'),
  fixes({ span: place }, { text }) {
    const name = text.slice(place.start, place.end);
    const blank = /\s/.test(text[place.start - 1] ?? '') ? 1 : 0;
    return [
      possible(t('Change to {0}', `${name}="yes"`), { span: span(place.end, place.end), newText: '="yes"' }),
      possible(t('Remove {0}', name), { span: span(place.start - blank, place.end), newText: '' }),
    ];
  },
});
