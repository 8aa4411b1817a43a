import { child, type SyntaxNode } from '../../syntax/node';
import type { Clause } from '../tongue';
import { commandAt } from './command';

/** The condition under which a statement is run. */
export function clauseAt(node: SyntaxNode): Clause | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'if_statement':
    case 'elif_clause':
    case 'else_clause':
    case 'case_item': {
      const part = partOf(parent);
      return part && node.index > part.from && node.index < part.to ? part.clause : undefined;
    }
    case 'list': {
      const [left, operator] = parent.children;
      if (!left || !operator || node === left || parent.children.at(-1) !== node) return undefined;
      const condition = operator.type === '||' ? `else ${left.text}` : left.text;
      return { branch: parent, key: node, condition, leaves: leaves([node]) };
    }
    default:
      return undefined;
  }
}

/** The statements of a node that stand under one condition: those between two of its children. */
interface Part {
  readonly clause: Clause;
  readonly from: number;
  readonly to: number;
}

const parts = new WeakMap<SyntaxNode, Part>();

/** Found once for each node: it may have many children, and all of them ask. */
function partOf(node: SyntaxNode): Part | undefined {
  const before = parts.get(node);
  if (before) return before;
  const branch = node.type === 'if_statement' ? node : node.parent;
  if (!branch) return undefined;
  const from = node.children.findIndex(({ type }) => type === start[node.type]);
  const end = node.children.findIndex(({ type }) => /^(?:elif_clause|else_clause|fi|;;|;&|;;&)$/.test(type));
  const to = end === -1 ? node.children.length : end;
  const clause = {
    branch,
    key: node,
    condition: conditionOf(node, branch),
    leaves: leaves(node.children.slice(from + 1, to)),
  };
  const part = { clause, from, to };
  parts.set(node, part);
  return part;
}

/** What stands before the statements. */
const start: Readonly<Record<string, string>> = {
  if_statement: 'then',
  elif_clause: 'then',
  else_clause: 'else',
  case_item: ')',
};

function conditionOf(node: SyntaxNode, branch: SyntaxNode): string {
  if (node.type === 'else_clause') return `else ${headOf(branch)}`;
  if (node.type !== 'case_item') return headOf(node);
  const patterns = node.children.filter(({ field }) => field === 'value').map(({ text }) => text);
  return `${child(branch, 'value')?.text ?? ''} ${patterns.join(' ')}`;
}

/** What stands between `if` and `then`. */
function headOf(statement: SyntaxNode): string {
  const [first, last] = [statement.children[0], statement.children.find(({ type }) => type === 'then')];
  if (!first || !last) return '';
  return statement.text.slice(first.end - statement.start, last.start - statement.start);
}

/** Whether statements end in `exit` or `return`. */
function leaves(statements: readonly SyntaxNode[]): boolean {
  const last = statements.findLast(({ type }) => !/^(?:;|;;|&|\n|fi|esac|\}|\)|termination)$/.test(type));
  if (!last) return false;
  if (last.type === 'compound_statement' || last.type === 'subshell') return leaves(last.children);
  if (last.type === 'list') return leaves([...last.children.slice(-1)]);
  return /^(?:exit|return)$/.test(commandAt(last)?.name ?? '');
}
