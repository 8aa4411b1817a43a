import type { ProbePicture } from '../state';
import { showBadge } from './badge';
import { element } from './element';

/** One attempt of the attacker: when, and whether it got through, as words and as a small picture. */
export function probeElement({ when, outcome }: ProbePicture): HTMLElement {
  const word = element('b', {});
  showBadge(word, outcome);
  return element('li', { 'data-tone': outcome.tone }, element('span', {}, when), word);
}
