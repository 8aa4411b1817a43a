import { t } from '@vscode/l10n';
import { isAddress } from '../../../wazuh/daemons/address';
import { whiteListed } from '../../../wazuh/model';
import type { Element } from '../../../wazuh/os-xml';
import type { Fix } from '../check';
import { addBehind, setText } from '../edits';

/** A `<white_list>` for each address or network that the text of one names, if all of it is such; else nothing. */
export function oneEach(text: string, element: Element): readonly Fix[] {
  const parts = element.text.split(/[\s,;|]+/).filter((part) => part !== '');
  const [first, ...others] = parts.flatMap((part) => meant(part) ?? []);
  if (first === undefined || others.length + 1 < parts.length) return [];
  const more = others.map((part) => `<${element.name}>${part}</${element.name}>`);
  return [
    {
      title: others.length === 0 ? t('Write {0}', first) : t('Write one <{0}> for each', element.name),
      edits: [setText(element, first), ...(more.length > 0 ? [addBehind(text, element, ...more)] : [])],
      preferred: true,
    },
  ];
}

/** What to write for an address: `10.0.0.5` as it is, `10.0.*` and `10.0.` as a network, IPv6 as a whole pattern. */
function meant(part: string): string | undefined {
  const [, numbers = ''] = /^((?:\d{1,3}\.){0,2}\d{1,3})(?:\.|(?:\.\*)+)?$/.exec(part) ?? [];
  const octets = numbers.split('.');
  const network = `${[...octets, '0', '0', '0'].slice(0, 4).join('.')}/${octets.length * 8}`;
  const written = numbers !== '' ? network : part.includes(':') && !part.includes('/') ? `^${part}$` : part;
  const address = written.replace(/^\^(.*)\$$/, '$1');
  const isMeant = whiteListed(written).kind === 'network' || address !== written;
  return isMeant && !written.startsWith('!') && isAddress(address, { netmask: true }) ? written : undefined;
}
