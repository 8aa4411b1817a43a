import type { Row } from '../state';
import { element } from './element';

/** Goes on with the act that the run waits for; `toEnd`: and does not wait again. */
export type Next = (toEnd: boolean) => void;

/** A row of the sequence picture, an ordered list. A message can be opened to its whole line. */
export function rowElement(row: Row, script: string, next: Next): HTMLElement {
  switch (row.kind) {
    case 'held':
      return heldElement(row.text, row.next, row.toEnd, next);
    case 'gap':
    case 'remark':
      return element('li', { class: row.kind }, element('span', {}, row.text));
    case 'end':
      return element('li', { class: 'end', 'data-tone': row.tone }, at(row.at), endElement(row));
    case 'message':
      return element(
        'li',
        { class: 'message', 'data-tone': row.tone, 'data-from': row.from },
        at(row.at),
        messageElement(row, script),
      );
  }
}

function at(words: string): HTMLElement {
  return element('span', { class: 'at' }, words);
}

/** Before it is known how a start ended its place is kept, by a sign that is no news to a screen reader. */
function endElement({ did, exit }: Extract<Row, { readonly kind: 'end' }>): HTMLElement {
  const lines = did === undefined ? [exit] : [did, exit];
  return element(
    'span',
    { class: 'done' },
    ...lines.map((line) =>
      line === '' ? element('span', { 'aria-hidden': 'true' }, '…') : element('span', { title: line }, line),
    ),
  );
}

function messageElement(row: Extract<Row, { readonly kind: 'message' }>, script: string): HTMLElement {
  const speaker = row.from === 'execd' ? 'wazuh-execd' : script;
  return element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { class: 'unseen' }, `${speaker}: `),
      element('span', { class: 'label' }, row.label),
    ),
    element('pre', {}, row.raw),
  );
}

/** Where the run waits for the user: what comes next, and the two ways on. The first takes the focus. */
function heldElement(text: string, step: string, toEnd: string, next: Next): HTMLElement {
  const go = element('button', { type: 'button', class: 'primary' }, step);
  const end = element('button', { type: 'button' }, toEnd);
  go.addEventListener('click', () => next(false));
  end.addEventListener('click', () => next(true));
  requestAnimationFrame(() => go.focus({ preventScroll: true }));
  return element('li', { class: 'held' }, element('p', {}, text), go, end);
}
