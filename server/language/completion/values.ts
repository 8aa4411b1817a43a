import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { TextReference } from '../../../wazuh/catalog';
import type { Element } from '../../../wazuh/os-xml';
import { inWords, secondsOf } from '../duration';
import { referenceOf } from '../reference';
import { valueSlot } from '../value-slot';
import { commandItems } from './commands';
import { executableItems } from './executables';
import { groupItems } from './groups';
import { type CompletionRequest, inOrder, replacing } from './request';
import { ruleItems } from './rules';
import { socketItems } from './sockets';

/** The values that fit into an element's text. `incomplete`: ask again as the user types on. */
export function valueItems(
  element: Element,
  request: CompletionRequest,
): { readonly items: CompletionItem[]; readonly incomplete: boolean } {
  const reference = referenceOf(element, request.context.catalog);
  if (reference?.kind !== 'option') return { items: [], incomplete: false };
  const { option, section } = reference;
  const slot = valueSlot(request.document.text, element, request.offset);
  const whole = (items: CompletionItem[]) => ({ items: inOrder(items), incomplete: false });
  if (option.type === 'rule-id-list') {
    return { items: ruleItems(slot, option, section, request), incomplete: true };
  }
  if (option.type === 'group-list') return whole(groupItems(slot, option, request));
  if (option.reference?.kind === 'command') return whole(commandItems(slot, request));
  if (option.reference?.kind === 'socket') return whole(socketItems(slot, option.reference, request));
  if (section.section === 'command' && option.name === 'executable') {
    return whole(executableItems(slot, request));
  }
  return whole(
    knownWords(option).map(({ word, detail, documentation }, index) => ({
      label: word,
      kind: CompletionItemKind.Value,
      ...(detail !== '' && { detail }),
      ...(documentation !== undefined && { documentation }),
      ...(index === 0 && word === option.default && { preselect: true }),
      ...replacing(request.document, slot.span, `${word}${slot.suffix}`),
    })),
  );
}

/** What the reference says of a value, of an element or an attribute. */
type ValueFacts = Pick<TextReference, 'type'> & Partial<TextReference>;

/** A word that a value may be. */
export interface KnownWord {
  readonly word: string;
  readonly detail: string;
  readonly documentation: string | undefined;
}

/** The words that the reference lists for a value, else examples of lengths of time, else its default. */
export function knownWords(option: ValueFacts): KnownWord[] {
  const isDefault = (word: string) => (word === option.default ? t('default') : '');
  if (option.values && option.values.length > 0) {
    return option.values.map(({ value, doc }) => ({
      word: value,
      detail: isDefault(value),
      documentation: doc,
    }));
  }
  const lengths = exampleLengths(option);
  const words =
    option.default === undefined || lengths.includes(option.default) ? lengths : [option.default, ...lengths];
  return words.map((word) => ({
    word,
    detail: [lengthInWords(word, option), isDefault(word)].filter((part) => part !== '').join(' · '),
    documentation: undefined,
  }));
}

/** Lengths of time that people write, in the units that the option takes and within its bounds. */
function exampleLengths(option: ValueFacts): string[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = option;
  if (option.type === 'duration') {
    return ['30s', '10m', '1h', '12h', '1d', '1w'].filter((word) => {
      const seconds = secondsOf(word) ?? 0;
      return (option.units ?? ['s']).includes(word.slice(-1)) && seconds >= min && seconds <= max;
    });
  }
  if (option.type !== 'integer') return [];
  const examples = { seconds: ['60', '600', '1800', '3600', '86400'], minutes: ['5', '30', '60', '1440'] };
  const { unit } = option;
  if (unit !== 'seconds' && unit !== 'minutes') return [];
  return examples[unit].filter((word) => Number(word) >= min && Number(word) <= max);
}

function lengthInWords(word: string, option: ValueFacts): string {
  const seconds =
    option.type === 'duration' || option.unit === 'seconds'
      ? secondsOf(word)
      : option.unit === 'minutes'
        ? Number(word) * 60
        : undefined;
  return seconds === undefined || Number.isNaN(seconds) ? '' : inWords(seconds);
}
