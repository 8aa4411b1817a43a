import type { Row } from '../state';
import { element } from './element';

/** The sequence picture as an ordered list: each message can be opened to its whole line. */
export function rowElement(row: Row, script: string): HTMLElement {
  if (row.kind === 'gap') return element('li', { class: 'gap' }, element('span', {}, row.text));
  if (row.kind === 'remark') {
    return element(
      'li',
      { class: 'remark', 'data-running': String(row.running) },
      element('span', {}, row.text),
    );
  }
  const item = element('li', { class: row.kind, 'data-tone': row.tone, 'data-running': String(row.running) });
  item.append(element('span', { class: 'at' }, row.at));
  if (row.kind === 'note') {
    item.append(element('span', { class: 'done' }, element('span', {}, row.text)));
    return item;
  }
  item.dataset.from = row.from;
  const speaker = `${row.from === 'execd' ? 'wazuh-execd' : script}: `;
  item.append(
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('span', { class: 'unseen' }, speaker),
        element('span', { class: 'label' }, row.label),
      ),
      element('pre', {}, row.raw),
    ),
  );
  return item;
}
