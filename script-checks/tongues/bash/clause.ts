import type { SyntaxNode } from '../../syntax/node';
import type { Clause } from '../tongue';
import { commandAt } from './command';

/** The condition under which a statement is run. */
export function clauseAt(node: SyntaxNode): Clause | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'if_statement':
      return isBehindThen(node, parent) ? clause(parent, parent, conditionOf(parent)) : undefined;
    case 'elif_clause':
      return parent.parent && isBehindThen(node, parent)
        ? clause(parent.parent, parent, conditionOf(parent))
        : undefined;
    case 'else_clause':
      return parent.parent && clause(parent.parent, parent, `else ${conditionOf(parent.parent)}`);
    case 'case_item': {
      const patterns = parent.children.filter(({ field }) => field === 'value');
      const chosen = parent.parent?.children.find(({ field }) => field === 'value');
      if (!parent.parent || node.field === 'value') return undefined;
      return clause(
        parent.parent,
        parent,
        `${chosen?.text ?? ''} ${patterns.map(({ text }) => text).join(' ')}`,
      );
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

function clause(branch: SyntaxNode, key: SyntaxNode, condition: string): Clause {
  const part = key === branch ? key.children.filter((each) => isBehindThen(each, key)) : key.children;
  return { branch, key, condition, leaves: leaves(part) };
}

/** Between `then` and what follows it: `elif`, `else`, `fi`. */
function isBehindThen(node: SyntaxNode, statement: SyntaxNode): boolean {
  const then = statement.children.findIndex(({ type }) => type === 'then');
  return statement.children.indexOf(node) > then && !/^(?:elif_clause|else_clause|fi)$/.test(node.type);
}

function conditionOf(statement: SyntaxNode): string {
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
