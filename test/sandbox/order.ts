import type { InsideOptions } from '../../dryrun/sandbox/for-tests';
import type { Limits } from '../../dryrun/sandbox/limits';
import type { Exit } from '../../dryrun/sandbox/sandbox';

/** What the driver is to do. */
export interface Order extends InsideOptions {
  /** Of a bash script. */
  readonly text: string;
  readonly limits?: Partial<Limits>;
}

/** What came of it. */
export type Outcome =
  | { readonly kind: 'ran'; readonly said: readonly string[]; readonly exit: Exit }
  | { readonly kind: 'refused'; readonly reason: string; readonly wayOut: string };
