import type { EffectGroup, EffectRow } from '../state';
import { showBadge } from './badge';
import { element } from './element';

/** The changes of one step under their heading. */
export function effectGroupElement(group: EffectGroup): HTMLElement {
  return element(
    'section',
    { class: 'step' },
    element('h3', {}, group.heading),
    element('ul', {}, ...group.rows.map(effectElement)),
  );
}

function effectElement(row: EffectRow): HTMLElement {
  const fate = element('span', { class: 'fate' });
  showBadge(fate, row.outcome);
  const line = [
    element('span', { class: 'symbol', 'aria-hidden': 'true' }, row.symbol),
    element('span', { class: 'kind' }, row.kind),
    element('code', {}, [row.what, row.mode].filter(Boolean).join(' ')),
    fate,
  ];
  if (row.diff === undefined)
    return element('li', { class: 'effect' }, element('div', { class: 'line' }, ...line));
  return element(
    'li',
    { class: 'effect' },
    element('details', {}, element('summary', { class: 'line' }, ...line), diffElement(row.diff)),
  );
}

/** A unified diff with a mark per line, so that the style sheet can colour what the signs already say. */
function diffElement(diff: string): HTMLElement {
  const lines = diff.split('\n').map((line) => element('span', { 'data-mark': mark(line) }, `${line}\n`));
  return element('pre', { class: 'diff' }, ...lines);
}

function mark(line: string): string {
  if (line.startsWith('+++') || line.startsWith('---') || line.startsWith('@@')) return 'head';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'same';
}
