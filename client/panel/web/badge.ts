import type { Badge, Tone } from '../state';
import { element } from './element';

/** Drawn beside the words, so that the tone is never told by colour alone. */
const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', warn: '△', open: '○', plain: '' };

/** Fills a place with a badge: sign, words, and the longer sentence as a tooltip. An absent badge empties it. */
export function showBadge(place: HTMLElement, badge: Badge | undefined): void {
  place.dataset.tone = badge?.tone ?? 'plain';
  place.title = badge?.hint ?? '';
  place.replaceChildren(...(badge ? [sign(badge.tone), badge.text] : []));
}

/** The sign of a tone, hidden from screen readers, which have the words. */
export function sign(tone: Tone): HTMLElement {
  return element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[tone]);
}
