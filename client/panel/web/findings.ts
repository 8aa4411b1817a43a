import type { FindingRow } from '../state';
import { sign } from './badge';
import { element } from './element';

/** What a click in a finding asks for. */
export interface FindingWishes {
  openLine(line: number): void;
  explain(code: string): void;
  fix(code: string): void;
}

/** One finding: what is wrong, what it means, what was seen, the way to the line and to its page, and the fix. */
export function findingElement(row: FindingRow, wishes: FindingWishes): HTMLElement {
  const { place, code, fix } = row;
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
      element(
        'p',
        { class: 'about' },
        place && button('link', place.text, () => wishes.openLine(place.line)),
        button('link code', code, () => wishes.explain(code)),
        element('span', {}, row.seen),
        fix === undefined ? undefined : button('fix', fix, () => wishes.fix(code)),
      ),
    ),
  );
}

function button(kind: string, words: string, pressed: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: kind }, words);
  made.addEventListener('click', pressed);
  return made;
}
