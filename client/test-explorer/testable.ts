import { language, shebang } from '../../script-checks';

/**
 * Whether a file of active-response/bin is a script that can be tried: one of a language that is known by its name or its
 * first line, or any other that names its interpreter. Notes, lists and compiled programs lie there too.
 */
export function isTestable(fileName: string, beginning: string): boolean {
  if (beginning.includes('\0')) return false;
  return language(fileName, beginning) !== 'other' || shebang(beginning) !== undefined;
}
