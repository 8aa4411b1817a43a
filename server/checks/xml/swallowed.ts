import { t } from '@vscode/l10n';
import type { Comment, OsXml } from '../../../wazuh/os-xml';

/** The comments of a file that begin with one of these texts. Wazuh takes every `<!` for the beginning of one. */
export function commentsLike({ comments, text }: OsXml, beginning: RegExp): readonly Comment[] {
  return comments.filter(({ span: { start } }) => beginning.test(text.slice(start, start + 20)));
}

/** What to say where something that is no comment hides the text up to a later comment's end. */
export function hides({ text }: OsXml, { span: { start, end } }: Comment): string {
  const lines = text.slice(start, end).split('\n').length;
  if (lines === 1) return t('Wazuh takes this for a comment, up to the next --> or !>.');
  return t('Wazuh takes this for a comment and skips {0} lines, up to the next --> or !>.', String(lines));
}
