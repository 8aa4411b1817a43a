/** Words that people use for one another, each by its beginning: `logon failure` also means `failed to log in`. */
const circles = [
  ['login', 'logon', 'log', 'signin', 'authentication'],
  ['fail', 'wrong', 'denied', 'refused', 'unsuccessful'],
  ['malware', 'virus', 'trojan', 'threat'],
  ['modif', 'change', 'alter', 'edit'],
  ['delete', 'remove', 'erase'],
  ['add', 'new', 'create'],
  ['many', 'multiple', 'several', 'repeated'],
  ['tried', 'attempt'],
  ['disconnect', 'lost', 'offline'],
  ['start', 'began', 'opened'],
  ['invalid', 'nonexistent', 'unknown', 'exist'],
  ['bruteforce', 'brute'],
  ['vulnerab', 'cve'],
  ['block', 'deny', 'drop'],
  ['fim', 'syscheck', 'integrity'],
];

/** Beginnings of words that mean about the same as `word`, its own among them. */
export function synonyms(word: string): readonly string[] {
  return circles.filter((circle) => circle.some((known) => word.startsWith(known))).flat();
}

/** `word` without an English ending, so that `modified` finds `modification`; at least four letters are kept. */
export function stem(word: string): string {
  return word.replace(/(?<=^.{4,})(?:ies|ied|ures?|ions?|ing|ed|es|s|e)$/u, '');
}
