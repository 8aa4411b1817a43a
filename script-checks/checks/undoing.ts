import type { Moment } from '../course';

/** Whether it comes to this only on `delete` (or `disable`, as Wazuh 5 says), when execd hears nothing and answers nothing. */
export function isUndoing({ clauses }: Pick<Moment, 'clauses'>): boolean {
  return clauses.some(
    ({ condition }) => undoes.test(condition) && !/!=|-ne\b|\belse\b|\bnot\b/.test(condition),
  );
}

/** The word itself, or a name for it: `DELETE_COMMAND`. `delete_all` is an answer to something else. */
const undoes =
  /(?:\b|_)(?:delete|disable)d?(?:_?(?:commands?|cmd|actions?|act|ar|op|mode|response|request))?(?![\w-])/i;
