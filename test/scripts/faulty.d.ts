import type { Expectation } from './expectation';
/** A faulty script, on the occasion on which its fault shows. */
export declare const faulty: (
  script: string,
  sample: string,
  timeout: number,
  more: Omit<Expectation, 'script' | 'sample' | 'timeout'>,
) => Expectation;
/** The same codes in the text and in a run. */
export declare const both: (...codes: readonly string[]) => {
  text: readonly string[];
  run: readonly string[];
};
/** Scripts with a fault that is known from the field, mostly one each; the last ones have several, as they are found. */
export declare const wrong: readonly Expectation[];
