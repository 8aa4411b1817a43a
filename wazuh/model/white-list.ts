import type { Configuration } from './configuration';
import type { Value } from './section';

/** What analysisd makes of a `<white_list>`; it compares each with `srcip` as text or as an address. */
export type WhiteListed =
  /** An IPv4 address or network. A `!` before it is dropped, so that it means the address itself. */
  | { readonly kind: 'network'; readonly negated: boolean; readonly everything: boolean }
  /** An OS_Match pattern: everything else, host names, IPv6 addresses and lists among them. */
  | { readonly kind: 'pattern'; readonly negated: boolean; readonly alternatives: readonly string[] };

/** Every `<white_list>` of the file, in order: those of all `<global>` sections count (config/global-config.c, 4.14.7). */
export function whiteList({ sections }: Configuration): readonly Value[] {
  return sections
    .filter(({ name }) => name === 'global')
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'white_list')
    .map((element) => ({ element, text: element.text }));
}

/**
 * What an entry is to analysisd. Only what looks like an IPv4 address is one (Read_Global, config/global-config.c, and
 * OS_IsValidIP, shared/validate_op.c, 4.14.7).
 */
export function whiteListed(text: string): WhiteListed {
  const negated = text.startsWith('!');
  if (ipv4.test(text)) {
    return { kind: 'network', negated, everything: /\/0+$/.test(text) };
  }
  return { kind: 'pattern', negated, alternatives: text.slice(negated ? 1 : 0).split('|') };
}

const ipv4 = /^!?\d{1,3}(\.\d{1,3}){3}(\/\d{1,2}(\d(\.\d{1,3}){3})?)?$/;

/**
 * Whether an entry holds for whatever `srcip` an alert has: a network of no bits, a pattern with an alternative that is
 * found in every address, or one that is turned round (OSMatch_Compile and OSMatch_Execute, os_regex, 4.14.7).
 */
export function holdsForAll(entry: WhiteListed): boolean {
  if (entry.kind === 'network') return entry.everything;
  return entry.negated !== entry.alternatives.some((one) => ['', '^', '$', '.'].includes(one));
}
