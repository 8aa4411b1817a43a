import type { Span } from '../span';
import type { FaultKind } from './tree';

/** Why and where Wazuh's reader gives up. Thrown inside the strict reader only, and caught there. */
export class Refusal extends Error {
  /** `readTo`: what Wazuh had read by then, which is where it counts the line. `span`: what it read last. */
  constructor(
    readonly kind: FaultKind,
    message: string,
    readonly readTo: number,
    readonly span: Span,
  ) {
    super(message);
  }
}
