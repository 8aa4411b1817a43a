import { type Comment, type Element, elements, type OsXml } from '../os-xml';
import { type Span, span } from '../span';
import { noCharacter } from './character';
import type { ClusterdFault, ClusterdFaultKind } from './clusterd-fault';
import { tagFinder } from './tag-finder';

/** Something of Wazuh's dialect that does not survive the rewriting. */
interface Cause {
  readonly kind: ClusterdFaultKind;
  readonly span: Span;
}

/** More than anybody would read. */
const mostFaults = 1000;

/**
 * Why a strict parser refuses the rewritten file: what the parser itself meets is only a closing tag that fits
 * nothing, far below. `message` and `at` are what it said, and where in the file. At least one fault, in the order of
 * the text.
 */
export function explain(xml: OsXml, message: string, at: number): readonly ClusterdFault[] {
  const all = [...elements(xml)];
  const living = livingTags(xml.text);
  const sure = [
    ...badCharacters(xml.text),
    ...tornTags(xml.text, all, living),
    ...unreadTags(xml, all, living),
    ...xml.comments.filter((comment) => endsInDash(xml.text, comment)).map(oddComment),
  ];
  const last = xml.comments.findLast((comment) => comment.span.start <= at && isOdd(xml.text, comment));
  const likely = last ? oddComment(last) : { kind: 'not-xml' as const, span: offence(xml.text, at) };
  return (sure.length > 0 ? sure : [likely])
    .sort((a, b) => a.span.start - b.span.start)
    .slice(0, mostFaults)
    .map((cause) => ({ ...cause, wazuh: '3006', message }));
}

function badCharacters(text: string): readonly Cause[] {
  return Array.from(text.matchAll(noCharacter), ({ index }) => ({
    kind: 'character',
    span: span(index, index + 1),
  }));
}

/** Every `<` that begins a tag once the file is rewritten. */
function livingTags(text: string): ReadonlySet<number> {
  const living = new Set<number>();
  const beginsTag = tagFinder(text);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) if (beginsTag(at)) living.add(at);
  return living;
}

/** Elements of which one tag lives and the other does not. */
function* tornTags(text: string, all: readonly Element[], living: ReadonlySet<number>): Iterable<Cause> {
  for (const { startTag, closing } of all) {
    if (closing.kind !== 'tag' || living.has(startTag.start) === living.has(closing.span.start)) continue;
    if (living.has(startTag.start)) yield { kind: 'short-tag', span: closing.span };
    else if (/[\r\n]/.test(text.slice(startTag.start, startTag.end)))
      yield { kind: 'wrapped-tag', span: startTag };
    else yield { kind: 'short-tag', span: startTag };
  }
}

/** Every `<` that begins a tag once the file is rewritten, but is none to Wazuh; and comments inside of tags. */
function* unreadTags(
  { comments }: OsXml,
  all: readonly Element[],
  living: ReadonlySet<number>,
): Iterable<Cause> {
  const tags = all.flatMap(({ startTag, closing }) =>
    closing.kind === 'tag' ? [startTag, closing.span] : [startTag],
  );
  const sorted = tags.sort((a, b) => a.start - b.start);
  const inTag = within(sorted);
  const inComment = within(comments.map((comment) => comment.span));
  const starts = new Set(sorted.map(({ start }) => start));
  for (const at of living) {
    if (starts.has(at) || inComment(at)) continue;
    yield { kind: inTag(at) ? 'less-than-in-attribute' : 'less-than-in-text', span: span(at, at + 1) };
  }
  const holdsComment = within(sorted);
  for (const { span: place } of comments)
    if (holdsComment(place.start)) yield { kind: 'comment-in-tag', span: place };
}

/** Tells whether one of the spans, which are in order, holds an offset; for offsets that grow. */
function within(spans: readonly Span[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    for (let next = spans[index]; next && next.end <= offset; next = spans[++index]);
    const found = spans[index];
    return found !== undefined && found.start <= offset;
  };
}

/** Whether a comment ends in `--->`, with a dash that the mending of `--` leaves over. */
function endsInDash(text: string, { span: { start, end } }: Comment): boolean {
  const dashes = /-*$/.exec(text.slice(Math.max(start + 4, end - 200), end - 3))?.[0].length ?? 0;
  return text.startsWith('<!--', start) && dashes % 2 === 1;
}

/** Whether a comment is none to XML, or ends elsewhere: what it holds comes to life, or what follows is lost. */
function isOdd(text: string, { span: { start, end } }: Comment): boolean {
  return !text.startsWith('<!--', start) || text.indexOf('-->', start + 4) !== end - 3;
}

function oddComment(comment: Comment): Cause {
  return { kind: 'comment', span: comment.span };
}

/** What to mark where only the parser knows: the tag that it stopped at, or the character. */
function offence(text: string, at: number): Span {
  const start = text.lastIndexOf('<', at);
  const end = text.indexOf('>', at);
  const isTag = start >= 0 && end >= 0 && !/[\r\n]/.test(text.slice(start, end));
  return isTag ? span(start, end + 1) : span(Math.min(at, text.length), Math.min(at + 1, text.length));
}
