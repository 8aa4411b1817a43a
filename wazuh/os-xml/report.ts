import type { Span } from '../span';
import type { FaultKind } from './tree';

/** Notes a mistake that the tolerant reader has stepped over; `message` is what Wazuh would say to it. */
export type Report = (kind: FaultKind, span: Span, message: string) => void;
