import type { Row } from '../state';
import { element } from './element';

/** A row of the sequence picture, an ordered list. A message can be opened to its whole line. */
export function rowElement(row: Row, script: string): HTMLElement {
  switch (row.kind) {
    case 'gap':
      return element('li', { class: 'gap' }, element('span', {}, row.text));
    case 'remark':
      return item(row, element('span', {}, row.text));
    case 'note':
      return item(row, element('span', { class: 'done' }, element('span', {}, row.text)));
    case 'message':
      return item(row, element('span', { class: 'at' }, row.at), messageElement(row, script));
  }
}

function item(row: Exclude<Row, { readonly kind: 'gap' }>, ...children: readonly HTMLElement[]): HTMLElement {
  const made = element('li', { class: row.kind, 'data-running': String(row.running) }, ...children);
  if ('tone' in row) made.dataset.tone = row.tone;
  if ('from' in row) made.dataset.from = row.from;
  return made;
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
