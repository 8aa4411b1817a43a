import type { Moment } from '../course';

/** Whether it comes to this only on `delete` (or `disable`, as Wazuh 5 says), when execd hears nothing and answers nothing. */
export function isUndoing({ clauses }: Pick<Moment, 'clauses'>): boolean {
  return clauses.some(
    ({ condition }) =>
      /(?:\b|_)(?:delete|disable)/i.test(condition) && !/!=|-ne\b|\belse\b|\bnot\b/.test(condition),
  );
}
