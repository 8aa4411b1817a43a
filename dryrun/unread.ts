import { t } from '@vscode/l10n';
import { compiledFor, type Script } from '../script-checks';

/** Says that a script is judged by its runs alone, and why; undefined for one whose text is judged as well. */
export function saysUnread({ language, text }: Script): string | undefined {
  if (language !== 'other') return undefined;
  return compiledFor(text) === undefined
    ? t('What it does was judged, its text was not: it is in no language that is read here.')
    : t('What it does was judged, and nothing else: it is a compiled program, and has no text.');
}
