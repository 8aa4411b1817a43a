import { t } from '@vscode/l10n';
import type { AttributeReference, ElementReference } from '../../../wazuh/catalog';

/** What an element or attribute takes, as a sentence: `It takes yes or no.` Empty where nothing better can be said. */
export function expected(reference: ElementReference | AttributeReference | undefined): string {
  if (!reference) return '';
  const words = reference.values?.map(({ value }) => value) ?? [];
  switch (reference.type.split('|')[0]) {
    case 'boolean-yes-no':
      return t('It takes yes or no, in small letters and without blanks.');
    case 'enum':
    case 'cron-weekday':
      return words.length > 0 ? t('It takes one of: {0}.', words.join(', ')) : '';
    case 'integer':
    case 'port':
      return wholeNumber(reference, words);
    case 'duration':
      return t('It takes a number with a unit behind it: {0}.', reference.units?.join(', ') ?? 's');
    case 'size':
      return t('It takes a size, a number with a unit behind it: {0}.', reference.units?.join(', ') ?? 'B');
    case 'ip':
      return t('It takes an IP address.');
    case 'cidr':
      return t('It takes an IP address, with or without a mask such as /24.');
    case 'regex-os':
    case 'regex-pcre2':
      return t('It takes an expression that compiles.');
    case 'time':
      return t('It takes a time of day such as 14:30.');
    case 'group':
      return t('It must hold other elements.');
    default:
      return fromText(reference);
  }
}

function wholeNumber(reference: ElementReference | AttributeReference, words: readonly string[]): string {
  const { min, max } = reference;
  const or = words.length > 0 ? t(' Or one of: {0}.', words.join(', ')) : '';
  if (min !== undefined && max !== undefined)
    return t('It takes a whole number from {0} to {1}.', min, max) + or;
  if (min !== undefined) return t('It takes a whole number, {0} or more.', min) + or;
  return t('It takes a whole number, digits only.') + or;
}

function fromText(reference: ElementReference | AttributeReference): string {
  if (reference.minLength !== undefined) return t('It must not be empty.');
  const { onInvalid } = reference;
  return onInvalid?.effect && onInvalid.reaction !== 'silent'
    ? t('In the words of the reference: {0}.', onInvalid.effect)
    : '';
}
