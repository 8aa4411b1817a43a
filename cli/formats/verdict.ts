import { t } from '@vscode/l10n';
import type { Verdict } from '../../dryrun';
import type { Paint } from '../paint';

/** A verdict as text formats write it, in its colour. */
export function verdictWord(verdict: Verdict, { green, red, yellow }: Paint): string {
  const colour = { passed: green, failed: red, 'not shown': yellow }[verdict];
  return colour(words()[verdict]);
}

/** The same as the cell of a column. */
export function verdictCell(verdict: Verdict, paint: Paint): string {
  return `${verdictWord(verdict, paint)}${' '.repeat(columnWidth() - words()[verdict].length)}`;
}

/** Characters that the column of verdicts takes, with the gap behind it. */
export function columnWidth(): number {
  return Math.max(...Object.values(words()).map(({ length }) => length)) + 2;
}

function words(): Readonly<Record<Verdict, string>> {
  return { passed: t('passed'), failed: t('failed'), 'not shown': t('not shown') };
}
