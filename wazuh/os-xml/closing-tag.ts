import { type Span, span } from '../span';
import { indentation } from './indentation';
import { limits, lookAround } from './limits';
import { messages } from './messages';
import type { Report } from './report';
import { greaterThan, isBlank, lessThan, type Scanner, slash } from './scanner';
import type { FaultKind } from './tree';
import type { Draft } from './tree-builder';

/** A closing tag as written, however half typed. */
export interface ClosingTag {
  /** Without the blanks that Wazuh would count as part of it. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly blank: boolean;
  /** Whether its `>` is there. */
  readonly finished: boolean;
}

/** Whether the `<` at `scanner.pos` was meant to begin a closing tag: `</`, also with blanks between the two. */
export function beginsClosingTag(scanner: Scanner): boolean {
  if (scanner.next === slash) return true;
  return (
    isBlank(scanner.next) && /^<[ \t]+\//.test(scanner.source.slice(scanner.pos, scanner.pos + lookAround))
  );
}

/** Reads the closing tag that begins at `scanner.pos`. */
export function closingTag(scanner: Scanner): ClosingTag {
  const start = scanner.pos++;
  skipSpaces(scanner);
  scanner.pos++;
  skipSpaces(scanner);
  const nameStart = scanner.pos;
  for (;;) {
    const { unit } = scanner;
    if (unit < 0 || unit === greaterThan || isBlank(unit)) break;
    if (unit !== lessThan) scanner.pos++;
    else if (scanner.comment() !== 'skipped') break;
  }
  const nameSpan = span(nameStart, scanner.pos);
  const name = scanner.kept(nameSpan);
  scanner.skipBlanks();
  const finished = scanner.accept(greaterThan);
  if (!finished) scanner.pos = nameSpan.end;
  const blank = nameStart > start + 2 || (finished && scanner.pos > nameSpan.end + 1);
  return { name, nameSpan, span: span(start, scanner.pos), blank, finished };
}

/** Blanks of the same line: a line break behind `</` says that it is half typed. */
function skipSpaces(scanner: Scanner): void {
  while (scanner.unit === 0x20 || scanner.unit === 0x09) scanner.pos++;
}

/** What is wrong with a closing tag that was taken for `draft`'s; nothing where it fits. */
export function reportClosing(tag: ClosingTag, draft: Draft, report: Report): void {
  const kind = closingFault(tag, draft);
  if (kind) report(kind, tag.span, messages.elementNotClosed(draft.name));
}

function closingFault(tag: ClosingTag, draft: Draft): FaultKind | undefined {
  if (!tag.finished) return 'closing-tag-unfinished';
  if (tag.name !== draft.name) return 'closing-tag-misspelt';
  return tag.blank ? 'closing-tag-blank' : undefined;
}

/** Whether a closing tag that fits no open element was meant for this one: half typed, or misspelt. */
export function isMeantFor(tag: ClosingTag, draft: Draft, source: string): boolean {
  if (!tag.finished && !draft.name.startsWith(tag.name)) return false;
  if (tag.finished && isSimilar(tag.name, draft.name)) return true;
  // <location>/var/log/x</file>: whatever its name, it closes what was opened on its line.
  if (draft.children.length === 0 && isOneLine(source, draft.startTag.end, tag.span.start)) return true;
  return !tag.finished && indentation(source, tag.span.start) === indentation(source, draft.span.start);
}

/** Whether a stretch that could be a value has no line break in it. */
function isOneLine(source: string, start: number, end: number): boolean {
  return end - start < limits.length && !source.slice(start, end).includes('\n');
}

/** Names that differ in case, in one letter, or in two neighbours swapped. */
function isSimilar(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const a = one.toLowerCase();
  const b = other.toLowerCase();
  if (b.length < 3) return a === b;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
