import { distance } from 'fastest-levenshtein';

/**
 * The word that was probably meant: the nearest of `known`, case aside, or undefined if none is near. Near is one wrong
 * character in three at most, counted in the longer word.
 */
export function similar(word: string, known: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly score: number } | undefined;
  for (const candidate of known) {
    const score = distance(word.toLowerCase(), candidate.toLowerCase());
    if (
      score <= Math.max(word.length, candidate.length) / 3 &&
      score < (best?.score ?? Number.POSITIVE_INFINITY)
    ) {
      best = { word: candidate, score };
    }
  }
  return best?.word;
}
