import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../../wazuh/span';
import type { Edit, Diagnostic as Found } from '../checks';
import { type Judged, toDiagnostic } from './diagnostics';

/** Everything that fixes itself, on save or at once: ask for it by this kind. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.wazuh`;

/**
 * The fixes of what was found in `range`, and one that makes all preferred fixes of the file (LSP,
 * textDocument/codeAction). `only`: the kinds that were asked for; undefined for all. `all`: what makes all fixes, where
 * that is more than can be made at once. `runs`: which commands the client knows.
 */
export function codeActions(
  document: Judged,
  range: Span,
  found: readonly Found[],
  only: readonly string[] | undefined,
  all: readonly Edit[] = preferredEdits(found),
  runs: (command: string) => boolean = () => false,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (!only || asksFor(only, CodeActionKind.QuickFix)) {
    for (const problem of found) {
      if (problem.span.start > range.end || problem.span.end < range.start) continue;
      if (problem.code === notExecutable && runs(makeExecutable)) actions.push(runnable(document, problem));
      for (const fix of problem.fixes ?? []) {
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [toDiagnostic(document, problem)],
          isPreferred: fix.preferred,
          edit: { changes: { [document.uri]: textEdits(document, fix.edits) } },
        });
      }
    }
  }
  // Among all actions it would stand under every light bulb: it is for those who ask for source actions.
  if (asksForAll(only) && all.length > 0) {
    actions.push({
      title: t('Fix all that Wazuh would refuse or misread'),
      kind: fixAllKind,
      edit: { changes: { [document.uri]: textEdits(document, all) } },
    });
  }
  return actions;
}

/** The command of the client that lets a file be run: what no edit of a text can do. */
export const makeExecutable = 'wazuh.makeExecutable';

const notExecutable = 'not-executable';

function runnable(document: Judged, problem: Found): CodeAction {
  const title = t('Let the file be run');
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, problem)],
    isPreferred: true,
    command: { title, command: makeExecutable, arguments: [document.uri] },
  };
}

/** Whether somebody asks for what makes all fixes. */
export function asksForAll(only: readonly string[] | undefined): boolean {
  return only !== undefined && asksFor(only, fixAllKind);
}

function asksFor(only: readonly string[], kind: string): boolean {
  return only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

/** The preferred fixes that do not get in each other's way, errors first. Those left out can be made the next time. */
export function preferredEdits(found: readonly Found[]): readonly Edit[] {
  const taken: Edit[] = [];
  const ordered = [...found.filter(isError), ...found.filter((problem) => !isError(problem))];
  for (const { fixes = [] } of ordered) {
    const fix = fixes.find((candidate) => candidate.preferred);
    if (fix?.edits.every((edit) => taken.every((other) => isApart(edit.span, other.span)))) {
      taken.push(...fix.edits);
    }
  }
  return taken;
}

function isError({ severity }: Found): boolean {
  return severity === 'error';
}

function isApart(a: Span, b: Span): boolean {
  return a.end < b.start || b.end < a.start;
}

function textEdits(document: Judged, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: document.range(span), newText }));
}
