import { stem, synonyms } from './thesaurus';

/** A text that is found by its words, and how much a word in it counts: a whole number from 1 to 15. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

/** How much of its weight a word counts that is not the query's own: it begins like it, like its stem, or means the same. */
const share = { beginning: 0.6, stem: 0.5, synonym: 0.55 };

/** A document and a weight are kept in one number, `document * weights + weight`: objects would take thrice the time. */
const weights = 16;

/** Documents, numbered from 0, found by the beginnings of their words. */
export class WordIndex {
  /** Where each word occurs. */
  readonly #places = new Map<string, number[]>();
  /** All words in order, so that those with a common beginning stand together. */
  readonly #words: readonly string[];
  readonly #size: number;

  /** `documents` yields the fields of each document, the weightiest first. */
  constructor(documents: Iterable<readonly Field[]>) {
    // Many documents share a text, such as the names of their groups.
    const known = new Map<string, readonly string[]>();
    let document = 0;
    for (const fields of documents) {
      for (const { text, weight } of fields) {
        const found = known.get(text) ?? words(text);
        known.set(text, found);
        for (const word of found) this.#add(word, document * weights + weight);
      }
      document++;
    }
    this.#size = document;
    this.#words = [...this.#places.keys()].sort();
  }

  /**
   * The documents that have a word for every word of `query`, with a score above 0: the weightier the words and the
   * better they fit, the higher. Where none has them all, those that have the most of them.
   */
  find(query: string): ReadonlyMap<number, number> {
    const totals = new Float64Array(this.#size);
    const hits = new Uint16Array(this.#size);
    let most = 0;
    for (const word of new Set(words(query))) {
      this.#scores(word).forEach((score, document) => {
        if (score === 0) return;
        totals[document] = (totals[document] ?? 0) + score;
        const count = (hits[document] ?? 0) + 1;
        hits[document] = count;
        most = Math.max(most, count);
      });
    }
    const found = new Map<number, number>();
    if (most === 0) return found;
    hits.forEach((count, document) => {
      if (count === most) found.set(document, totals[document] ?? 0);
    });
    return found;
  }

  /** The best score that one word of a query gets in each document; 0 where it does not occur. */
  #scores(word: string): Float64Array {
    const best = new Float64Array(this.#size);
    const take = (known: string, part: number) => {
      for (const place of this.#places.get(known) ?? []) {
        const document = Math.floor(place / weights);
        best[document] = Math.max(best[document] ?? 0, (place % weights) * part);
      }
    };
    for (const other of synonyms(word))
      for (const known of this.#beginning(other)) take(known, share.synonym);
    for (const known of this.#beginning(stem(word))) {
      if (known === word) take(known, 1);
      else take(known, known.startsWith(word) ? share.beginning : share.stem);
    }
    return best;
  }

  /** The words that begin so. */
  *#beginning(start: string): Iterable<string> {
    for (let at = this.#firstFrom(start); at < this.#words.length; at++) {
      const known = this.#words[at];
      if (!known?.startsWith(start)) break;
      yield known;
    }
  }

  /** The place of the first word that is not before `word`. */
  #firstFrom(word: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #add(word: string, place: number): void {
    const places = this.#places.get(word);
    if (places) places.push(place);
    else this.#places.set(word, [place]);
  }
}

/** The words of a text in lower case: runs of letters and digits, other scripts included. */
function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9\u0080-\uffff]+/g) ?? [];
}
