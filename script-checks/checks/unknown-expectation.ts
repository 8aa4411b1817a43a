import { t } from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { type Expected, expectedDeeds, saidByScript } from '../expected';
import type { Script } from '../script';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const unknownExpectation: ScriptCheck = {
  code: 'unknown-expectation',
  title: 'The comment that says what the script should do is not understood',
  explanation: [
    'A comment such as `# wazuh-ar: blocks the address` says what a script is there for, and dry runs measure it by that.',
    'Words that are none of those known would measure it by nothing, so no dry run begins until they are mended.',
    `\n\nSay one of: ${expectedDeeds.map((deed) => `\`${deed}\``).join(', ')}.`,
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\n# wazuh-ar: ⟦bans the attacker⟧\n',
    good: '#!/bin/bash\n# wazuh-ar: blocks the address\n',
  },
  *run({ text }: Script): Iterable<ScriptProblem> {
    const said = saidByScript(text);
    if (said.kind !== 'unknown') return;
    const meant = nearest(said.words);
    yield {
      // Of a comment without words, its sign is what can be seen.
      span: said.words === '' ? { start: said.span.start - 1, end: said.span.end } : said.span,
      message: unknownExpectationWords(said.words),
      ...(meant && { fixes: onlyFix(t('Change to "{0}"', meant), [{ span: said.span, newText: meant }]) }),
    };
  },
};

/** What is wrong with words that are no expectation, and which words there are. */
export function unknownExpectationWords(words: string): string {
  return t('There is no expectation "{0}". It is one of: {1}.', words, expectedDeeds.join(', '));
}

/** The expectation that is a slip of the pen away; undefined where none is near. */
function nearest(words: string): Expected | undefined {
  const said = words.toLowerCase();
  const [first] = expectedDeeds
    .map((deed) => ({ deed, far: distance(said, deed) }))
    .toSorted((one, other) => one.far - other.far);
  return first && first.far <= first.deed.length / 4 ? first.deed : undefined;
}
