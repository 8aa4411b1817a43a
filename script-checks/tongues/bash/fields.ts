import type { FieldRead } from '../../fields-read';
import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { commandAt, operands, valued } from './command';

const key = String.raw`(?:\??(?:\.[A-Za-z_]\w*|\.\\?"[^"\\]+\\?"|\.?\[\s*\\?"[^"\\]+\\?"\s*\]|\[\d*\]))`;
const fromMessage = new RegExp(String.raw`\.parameters\??\.alert(${key}*)`, 'g');
/** A filter that takes the alert from the top of a message, where it is not: its path then begins with `alert`. */
const fromTop = new RegExp(String.raw`(?<![\w\])"?.])\.(alert${key}+)`, 'g');
const fromPart = new RegExp(String.raw`(?<![\w\])"])${key}+`, 'g');

/**
 * The fields of the alert that a shell script reads with jq: from the message by `.parameters.alert…`, and from
 * variables that hold the alert, or a part of it, as JSON.
 */
export function bashFields(root: SyntaxNode): readonly FieldRead[] {
  /** Variables that hold a part of the alert, with its path: none for the whole. */
  const holds = new Map<string, string>();
  /** Variables that hold something else that jq took out. */
  const taken = new Set<string>();
  return [...descendants(root, 'command')].flatMap((node) => {
    const command = commandAt(node);
    if (command?.name !== 'jq') return [];
    const [filter] = operands(command.words, valued.jq);
    if (!filter) return [];
    const variable = assignedTo(node);
    const whole = [...filter.text.matchAll(fromMessage)].map((match) =>
      read(filter, match, names(match[1] ?? '')),
    );
    const given = inputs(node);
    const part = whole.length > 0 ? undefined : given.flatMap((name) => holds.get(name) ?? [])[0];
    const top =
      whole.length === 0 && part === undefined && given.length > 0 && !given.some((name) => taken.has(name))
        ? [...filter.text.matchAll(fromTop)].map((match) => read(filter, match, names(match[1] ?? '')))
        : [];
    const found =
      part === undefined
        ? [...whole, ...top]
        : [...filter.text.matchAll(fromPart)].map((match) =>
            read(filter, match, [part, names(match[0])].filter((each) => each !== '').join('.')),
          );
    const last = found.at(-1);
    if (variable !== undefined && last) holds.set(variable, last.path);
    else if (variable !== undefined) taken.add(variable);
    return found.map((each): FieldRead => ({ ...each, variable }));
  });
}

function read(filter: SyntaxNode, match: RegExpExecArray, path: string): Omit<FieldRead, 'variable'> {
  const start = filter.start + match.index;
  return { path, span: { start, end: start + match[0].length } };
}

/** `."a".b["c"][0]?` as `a.b.c`. */
function names(filter: string): string {
  return [...filter.matchAll(/[A-Za-z_][^"\\.\][?]*/g)].map(([part]) => part.trim()).join('.');
}

/** The variable that a command's output goes to: `IP=$(… | jq …)`. */
function assignedTo(node: SyntaxNode): string | undefined {
  const substitution = around(node, 'command_substitution');
  const value = substitution?.parent?.type === 'string' ? substitution.parent : substitution;
  return value?.parent?.type === 'variable_assignment' ? child(value.parent, 'name')?.text : undefined;
}

/** The variables that a command reads by here-string or pipe. */
function inputs(node: SyntaxNode): readonly string[] {
  const own = [node, ...(node.parent?.type === 'redirected_statement' ? [node.parent] : [])].flatMap((each) =>
    each.children.filter(({ type }) => type === 'herestring_redirect'),
  );
  const pipeline = around(node, 'pipeline', 'command_substitution');
  // Only what hands the JSON on as it is: behind curl or awk it is something else.
  const before =
    pipeline?.type === 'pipeline'
      ? pipeline.children.filter(
          (each) => each.end <= node.start && /^(?:echo|printf)$/.test(commandAt(each)?.name ?? ''),
        )
      : [];
  return [...own, ...before]
    .flatMap((each) => [...descendants(each, 'simple_expansion', 'expansion')])
    .flatMap(({ text }) => /\w+/.exec(text)?.[0] ?? []);
}
