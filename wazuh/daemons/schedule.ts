import type { Requirement } from '../catalog';
import type { Element } from '../os-xml';
import { lastNumber, type Members, named } from './members';
import type { Remark } from './remark';
import { reactionOf } from './requirement';
import { type Block, remark, type Walk } from './walk';

/** What fixes the time of a run, and the interval that modulesd takes where the one given does not fit. */
const intervals: ReadonlyMap<string, string> = new Map([
  ['day', '1M'],
  ['wday', '1w'],
  ['time', '1d'],
]);

/**
 * What modulesd makes of an interval that does not fit the day, weekday or time at which a module shall run: it warns,
 * and takes another one, which the words are. Of several, the first counts; a day and a weekday at once are refused. An
 * interval in months without a day runs on the first of the month (src/shared/schedule_scan.c, 4.14.7).
 */
export function scheduleRemarks(walk: Walk, { element, path, children }: Block): readonly Remark[] {
  if (path.length > 1 || !children.some(({ name }) => name === 'wday')) return [];
  const members: Members = { element, all: walk.children(element), references: children, walk };
  const isThere = (name: string) => named(members, name).length > 0;
  const rules = children.flatMap(({ name, requires = [] }) =>
    requires.filter((rule) => rule.element === 'interval').map((rule) => ({ ...rule, point: name })),
  );
  if (rules.length === 0 || (isThere('day') && isThere('wday'))) return [];
  const interval = named(members, 'interval').at(-1);
  const inMonths = interval?.text.includes('M') ?? false;
  const rule = rules.find(({ point }) => isThere(point));
  if (!rule) return interval && inMonths ? [said(walk, path, interval, firstOfMonth, '')] : [];
  if (isKept(rule, lastNumber(members, 'interval'), inMonths)) return [];
  const at = interval ?? named(members, rule.point).at(-1) ?? element;
  return [said(walk, path, at, rule, intervals.get(rule.point) ?? '')];
}

const firstOfMonth: Requirement = {
  words: 'an interval in months needs a day',
  says: 'Interval value is in months. Setting scan day to first day of the month.',
};

function isKept(
  { unit, multipleOf = 1 }: Requirement,
  seconds: number | undefined,
  inMonths: boolean,
): boolean {
  return unit === 'M' ? inMonths : seconds === undefined || seconds % multipleOf === 0;
}

function said(
  walk: Walk,
  path: readonly string[],
  element: Element,
  rule: Requirement,
  words: string,
): Remark {
  const { scope: _, ...reaction } = reactionOf({ ...rule, reaction: 'warning' });
  return remark(walk, 'schedule', { element, path: [...path, element.name], reaction, words });
}
