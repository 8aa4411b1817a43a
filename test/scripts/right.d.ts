import type { Expectation } from './expectation';
/** Scripts that do what they should, and so must not be blamed for anything. */
export declare const right: readonly Expectation[];
