import type { FindingRow } from '../state';
import { sign } from './badge';
import { element } from './element';

/** One finding: what is wrong, what it means, what was seen, and the way to the line. */
export function findingElement(row: FindingRow, openLine: (line: number) => void): HTMLElement {
  const { place } = row;
  const link =
    place &&
    element('button', { type: 'button', class: 'link', 'data-line': String(place.line) }, place.text);
  if (place && link) link.addEventListener('click', () => openLine(place.line));
  return element(
    'li',
    { class: 'finding' },
    sign('bad'),
    element(
      'div',
      {},
      element('strong', {}, row.title),
      row.rest === '' ? undefined : element('p', {}, row.rest),
      row.evidence === '' ? undefined : element('pre', { class: 'evidence' }, row.evidence),
      element('p', { class: 'about' }, link, element('code', {}, row.code), element('span', {}, row.seen)),
    ),
  );
}
