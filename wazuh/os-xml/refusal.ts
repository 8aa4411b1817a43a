import type { Span } from '../span';
import type { FaultKind } from './tree';

/**
 * Why and where Wazuh's reader gives up. Thrown inside the strict reader only, and caught there. No `Error`: nobody
 * reads its stack, and writing that down takes longer than reading a small file.
 */
export class Refusal {
  /** `readTo`: what Wazuh had read by then, which is where it counts the line. `span`: what it read last. */
  constructor(
    readonly kind: FaultKind,
    readonly message: string,
    readonly readTo: number,
    readonly span: Span,
  ) {}
}
