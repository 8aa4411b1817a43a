import { t } from '@vscode/l10n';
import { compiledFor, type Script, saidByScript, unknownExpectationWords } from '../../script-checks';

/** A script that says what it should do in words that nobody knows: it cannot be judged. `line` counts from 0. */
export class UnknownExpectation extends Error {
  constructor(
    fileName: string,
    readonly words: string,
    readonly line: number,
  ) {
    super(t('{0}, line {1}: {2}', fileName, line + 1, unknownExpectationWords(words)));
  }
}

/** @throws UnknownExpectation where the script's own comment is not understood */
export function mustBeUnderstood({ fileName, text }: Script): void {
  if (compiledFor(text) !== undefined) return;
  const said = saidByScript(text);
  if (said.kind === 'unknown') throw new UnknownExpectation(fileName, said.words, said.line);
}
