import { t } from '@vscode/l10n';
import { type Element, elementAt, type Fault, type FaultKind, type OsXml } from '../../../wazuh/os-xml';
import type { Check, Example, Fix } from '../check';
import { willNotStart } from '../says';

/** What tells one mistake in the dialect from the others. */
export interface FaultCheck {
  readonly title: string;
  readonly explanation: string;
  readonly example: Example;
  /** What to do, as a sentence or two. */
  advice(fault: Fault, xml: OsXml): string;
  fixes?(fault: Fault, xml: OsXml): readonly Fix[];
}

/** The check for a kind of fault; its code is the kind. */
export function faultCheck(
  kind: FaultKind,
  { title, explanation, example, advice, fixes }: FaultCheck,
): Check {
  return {
    code: kind,
    severity: 'error',
    wazuh: '1226',
    title,
    explanation,
    since: '4.2',
    example,
    *run({ xml }) {
      for (const fault of xml.faults) {
        if (fault.kind !== kind) continue;
        yield {
          span: fault.span,
          message: willNotStart(saysAt(fault), advice(fault, xml)),
          fixes: fixes?.(fault, xml) ?? [],
        };
      }
    },
  };
}

/** Wazuh's words for a fault. The daemons themselves print no more than `(line 0)` of it. */
function saysAt({ message, line }: Fault): string {
  return t('(1226): line {0}: {1}', String(line), message.replace(/([^.])$/, '$1.'));
}

/** The element that a start or closing tag belongs to, if the tree keeps one for it. */
export function elementOf({ span }: Pick<Fault, 'span'>, xml: OsXml): Element | undefined {
  // One further on: where two elements meet, that is inside the second.
  return elementAt(xml, span.start + 1);
}

/** A fix of one replacement that nearly everybody wants. */
export function preferred(title: string, ...edits: Fix['edits']): Fix {
  return { title, edits, preferred: true };
}

/** A fix that is only one of several ways out. */
export function possible(title: string, ...edits: Fix['edits']): Fix {
  return { title, edits, preferred: false };
}
