import type { Moment } from '../course';

/** Whether it comes to this only on `delete` (or `disable`, as Wazuh 5 says), when execd hears nothing and answers nothing. */
export function isUndoing({ clauses }: Pick<Moment, 'clauses'>): boolean {
  return clauses.some(({ condition }) => isOfDelete(condition));
}

function isOfDelete(condition: string): boolean {
  const [word] = undoes.exec(condition) ?? [];
  if (word === undefined || /!=|-ne\b|\belse\b|\bnot\b/.test(condition)) return false;
  // With a capital it is mostly what a button says; only PowerShell takes it for execd's word.
  return !/^_?(?:Delete|Disable)/.test(word) || asksForCommand.test(condition);
}

const asksForCommand = /=|-i?(?:eq|match|like)\b|\b(?:command|cmd|action)\b/i;

/** The word itself, or a name for it: `DELETE_COMMAND`. `delete_all` is an answer to something else. */
const undoes =
  /(?:\b|_)(?:delete|disable)d?(?:_?(?:commands?|cmd|actions?|act|ar|op|mode|response|request))?(?![\w-])/i;
