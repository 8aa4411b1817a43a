import { t } from '@vscode/l10n';
import { arLines, type Configuration, configuration, detectRole, type Role } from '../wazuh/model';
import { type Element, type OsXml, read } from '../wazuh/os-xml';
import type { Span } from '../wazuh/span';
import { indented, layoutOf } from './layout';
import type { Blocks } from './request';

/** One replacement in the text of the configuration. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Where the two blocks go, or why they cannot go into this file. */
export type Insertion =
  /** In the order of the text; their spans do not touch. */
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The file has a command of this name; `free` is one that it has not. */
  | { readonly kind: 'name-taken'; readonly reason: string; readonly free: string };

/**
 * The edits that put the two blocks into a manager's `ossec.conf`: the command behind the last one, the response behind
 * the last one and below its command; else both at the end of the last `<ossec_config>`. Indentation and line ends are
 * those of the file. Nothing else changes, and a response that stands last is not undone by a disabled one behind it.
 * @param toldRole whose file it is; by default its content tells
 */
export function insertInto(text: string, blocks: Blocks, toldRole?: Role): Insertion {
  const xml = read(text);
  const [fault] = xml.faults;
  if (fault) {
    return refused(
      t('Wazuh cannot read the file (line {0}: {1}). Repair that first.', fault.line, fault.message),
    );
  }
  const role = toldRole ?? detectRole(xml);
  if (role !== 'manager') {
    return refused(
      t("This is not a manager's file: commands and responses count only in the manager's ossec.conf."),
    );
  }
  const config = configuration(xml, role);
  if (isTaken(blocks, config)) {
    const free = freeName(blocks, config);
    return {
      kind: 'name-taken',
      reason: t('The file has a command called {0} already. {1} is free.', blocks.name, free),
      free,
    };
  }
  const edits = place(config, blocks);
  return edits
    ? { kind: 'edits', edits }
    : refused(t('The file has no <ossec_config>…</ossec_config> to put the blocks into.'));
}

function refused(reason: string): Insertion {
  return { kind: 'refused', reason };
}

/** A command of that name, or a line of ar.conf: `foo1` without timeout and `foo` with 10 are both `foo10` there. */
function isTaken({ name, timeout }: Blocks, config: Configuration): boolean {
  return config.definitions.has(name) || arLines(config).some((line) => line.name === `${name}${timeout}`);
}

/** `block-ip-b`, `block-ip-c` …: a digit at the end would run into the timeout that Wazuh writes behind the name. */
function freeName(blocks: Blocks, config: Configuration): string {
  for (let stem = blocks.name; ; stem += '-z') {
    for (const letter of 'bcdefghijklmnopqrstuvwxyz') {
      const name = `${stem}-${letter}`;
      if (!isTaken({ ...blocks, name }, config)) return name;
    }
  }
}

function place(config: Configuration, { command, activeResponse }: Blocks): readonly Edit[] | undefined {
  const lastCommand = config.commands.at(-1)?.section.element;
  const lastResponse = config.responses.at(-1)?.section.element;
  if (lastCommand && lastResponse && lastCommand.span.start < lastResponse.span.start) {
    return [behind(config.xml, lastCommand, [command]), behind(config.xml, lastResponse, [activeResponse])];
  }
  const last = lastCommand ?? lastResponse;
  if (last) return [behind(config.xml, last, [command, activeResponse])];
  const root = config.xml.roots.findLast((one) => one.name === 'ossec_config');
  return root?.closing.kind === 'tag'
    ? [atEnd(config.xml, root, root.closing.span.start, [command, activeResponse])]
    : undefined;
}

/** Behind a section, and behind the comments that stand on its last line. */
function behind({ text, comments }: OsXml, section: Element, sections: readonly string[]): Edit {
  let at = section.span.end;
  for (const { span } of comments) {
    if (span.start >= at && /^[ \t]*$/.test(text.slice(at, span.start))) at = span.end;
  }
  const layout = layoutOf(text, section);
  const newText = sections.map((one) => layout.eol + layout.eol + indented(one, layout)).join('');
  return { span: { start: at, end: at }, newText };
}

/** Above the closing tag of a root. */
function atEnd({ text }: OsXml, root: Element, closing: number, sections: readonly string[]): Edit {
  const layout = layoutOf(text, root.children.at(-1));
  const lineStart = text.lastIndexOf('\n', closing - 1) + 1;
  const alone = lineStart > root.startTag.end - 1 && /^[ \t]*$/.test(text.slice(lineStart, closing));
  const at = alone ? lineStart : closing;
  const body = sections.map((one) => indented(one, layout)).join(layout.eol + layout.eol);
  const before = root.children.length > 0 || !alone ? layout.eol : '';
  return { span: { start: at, end: at }, newText: before + body + layout.eol };
}

/** The text with the edits of an insertion made. */
export function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
}
