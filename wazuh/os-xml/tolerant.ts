import { span } from '../span';
import { beginsClosingTag, closingTag, isMeantFor, reportClosing } from './closing-tag';
import { giveUp } from './give-up';
import { limits, lookAround, mostFaults } from './limits';
import { messages } from './messages';
import type { Report } from './report';
import { Scanner } from './scanner';
import { tolerantStartTag } from './tolerant-tag';
import type { Comment, Element } from './tree';
import { type Draft, TreeBuilder } from './tree-builder';

/** Reads a text that Wazuh refuses: steps over each mistake, reports it, and keeps as much of the tree as can be told. */
export function readTolerantly(
  source: string,
  report: Report,
): { readonly roots: readonly Element[]; readonly comments: readonly Comment[] } {
  const reader = new TolerantReader(source, report);
  reader.read();
  return { roots: reader.tree.roots, comments: reader.scanner.comments };
}

class TolerantReader {
  readonly scanner: Scanner;
  readonly tree: TreeBuilder;
  /** How often each name is open: a stray closing tag must not cost a walk through all that is open. */
  readonly #names = new Map<string, number>();
  /** Open elements below the deepest level: they are counted, not kept. */
  #tooDeep = 0;
  #unfinished = 0;

  constructor(
    source: string,
    private readonly report: Report,
  ) {
    this.scanner = new Scanner(source);
    this.tree = new TreeBuilder(this.scanner);
  }

  read(): void {
    const { scanner } = this;
    while (this.nextTag()) {
      if (beginsClosingTag(scanner)) this.readClosingTag();
      else this.readStartTag();
    }
    for (const { startTag } of this.tree.open.toReversed()) {
      this.report('element-not-closed', startTag, messages.endOfFile());
    }
    this.#giveUpFrom(0, scanner.source.length);
  }

  /** Moves to the next tag; false at the end of the file. */
  private nextTag(): boolean {
    const { scanner } = this;
    const { top } = this.tree;
    const start = scanner.pos;
    const closing = top && `/${top.name}>`;
    let limit: number = top ? limits.length : Number.POSITIVE_INFINITY;
    for (;;) {
      switch (scanner.text(0, limit, closing)) {
        case 'tag':
          return true;
        case 'escaped-closing':
          this.report(
            'closing-tag-escaped',
            span(scanner.pos - 1, scanner.pos),
            messages.elementNotClosed(top?.name ?? ''),
          );
          return true;
        case 'too-long':
          this.report('too-long', top?.startTag ?? span(start, scanner.pos), messages.tooLong());
          limit = Number.POSITIVE_INFINITY;
          break;
        case 'comment-not-closed':
          this.#skipComment();
          break;
        default:
          // A pushed-back 0xFF ends the file for Wazuh, not for whoever edits it.
          if (scanner.end === scanner.source.length) return false;
          scanner.end = scanner.source.length;
      }
    }
  }

  /** Steps over a `<!` without an end: up to `]]>` of a CDATA, `>` of a DOCTYPE, or the end of the line. */
  #skipComment(): void {
    const { scanner } = this;
    const start = scanner.pos;
    const line = /^[^\r\n]*/.exec(scanner.source.slice(start, start + lookAround))?.[0] ?? '';
    const cdata = line.startsWith('<![CDATA[');
    const end = line.startsWith('<!--') ? -1 : line.indexOf(cdata ? ']]>' : '>');
    scanner.pos = start + (end < 0 ? line.length : end + (cdata ? 3 : 1));
    const kind = cdata ? 'cdata' : /^<!doctype/i.test(line) ? 'doctype' : 'comment-not-closed';
    const range = span(start, scanner.pos);
    scanner.comments.push({ span: range, end: 'missing' });
    this.report(kind, range, messages.commentNotClosed());
  }

  private readStartTag(): void {
    const { tree, scanner } = this;
    const start = scanner.pos;
    const tag = tolerantStartTag(scanner, this.report);
    if (!tag) return;
    if (tag.form === 'unfinished' && ++this.#unfinished > mostFaults) return;
    if (tree.open.length < limits.depth) {
      const draft = tree.add(tag);
      if (tag.form === 'open') this.#count(draft, 1);
      return;
    }
    if (this.#tooDeep === 0) this.report('too-deep', span(start, start + 1), messages.tooDeep());
    if (tag.form === 'open') this.#tooDeep++;
  }

  private readClosingTag(): void {
    const { tree, scanner } = this;
    const tag = closingTag(scanner);
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const { top } = tree;
    if (!top) {
      this.report('closing-tag-stray', tag.span, messages.elementNotOpened());
      return;
    }
    if (tag.name !== top.name && (this.#names.get(tag.name) ?? 0) > 0) {
      const index = tree.open.findLastIndex((draft) => draft.name === tag.name);
      for (const draft of tree.open.slice(index + 1)) {
        this.report('element-not-closed', draft.startTag, messages.elementNotClosed(draft.name));
      }
      this.#giveUpFrom(index + 1, tag.span.start);
    } else if (tag.name !== top.name && !isMeantFor(tag, top, scanner.source)) {
      const kind = tag.finished ? 'closing-tag-stray' : 'closing-tag-unfinished';
      this.report(kind, tag.span, messages.elementNotClosed(top.name));
      return;
    }
    const draft = tree.top;
    if (!draft) return;
    reportClosing(tag, draft, this.report);
    this.#count(draft, -1);
    tree.close(tag.span, tag.nameSpan);
  }

  /** Gives up the open elements from `index` on: none of them goes on behind `end`. */
  #giveUpFrom(index: number, end: number): void {
    const run = this.tree.open.splice(index);
    for (const draft of run) this.#count(draft, -1);
    giveUp(this.scanner, this.tree, run, this.tree.top, end);
  }

  #count(draft: Draft, by: 1 | -1): void {
    this.#names.set(draft.name, (this.#names.get(draft.name) ?? 0) + by);
  }
}
