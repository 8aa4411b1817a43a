import { around, child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { talksOnWindows } from '../../windows-programs';
import type { Assignment, Clause, Code, Defined, Output, Tongue } from '../tongue';
import { actsAt, runsShell, starts } from './acts';
import { callAt, lastName, literal, type PythonCall } from './expression';
import { isExit, readAt } from './stdin';

/** How the checks read Python. */
export const python: Tongue = {
  readLine: 'sys.stdin.readline()',
  definition,
  call(node) {
    const call = callAt(node);
    if (!call) return undefined;
    const { name, positional } = call;
    const of = !name.includes('.') ? undefined : imported(node).has(firstName(name)) ? 'module' : 'object';
    return { name: lastName(name), ...(of && { of }), arguments: positional };
  },
  assignment,
  variable(node) {
    if (node.type === 'attribute' && node.parent?.type !== 'attribute' && node.parent?.type !== 'call')
      return node.text;
    if (node.type !== 'identifier') return undefined;
    const { parent, field } = node;
    if (parent?.type === 'attribute' && field === 'attribute') return undefined;
    return parent?.type === 'keyword_argument' && field === 'name' ? undefined : node.text;
  },
  // `a if condition else b`
  inTurn(node) {
    if (node.type !== 'conditional_expression') return undefined;
    const [yes, , condition, , no] = node.children;
    return [condition, yes, no].filter((each) => each !== undefined);
  },
  clause,
  read: readAt,
  output,
  code,
  acts: actsAt,
  sanitizes: ({ name }) =>
    /^(?:ip_address|ip_network|IPv4Address|IPv6Address|inet_aton|inet_pton|quote|int|float|len|bool|getpwnam|UUID|isdigit|isalnum|b64encode|hexdigest)$|valid|sanit|is_ip|check_ip/i.test(
      name,
    ),
  validated(node) {
    const call = callAt(node);
    if (!call) return [];
    const name = lastName(call.name);
    if (/^(?:fullmatch|match)$/.test(name)) return call.positional.slice(-1).flatMap(namesIn);
    if (name === 'isdigit' || name === 'isalnum')
      return [...namesIn(child(child(node, 'function'), 'object'))];
    return python.sanitizes({ name, arguments: [] }) && name !== 'quote' && name !== 'len'
      ? call.positional.flatMap(namesIn)
      : [];
  },
};

function firstName(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

/** The names of modules. */
const imported = oncePerTree(
  (root): ReadonlySet<string> =>
    new Set(
      [...descendants(root, 'import_statement')].flatMap(({ children }) =>
        children
          .slice(1)
          .flatMap(
            (each) =>
              /(\w+)$/.exec(child(each, 'alias')?.text ?? /^\w+/.exec(each.text)?.[0] ?? '')?.[0] ?? [],
          ),
      ),
    ),
);

function namesIn(node: SyntaxNode | undefined): readonly string[] {
  return node ? [...descendants(node)].flatMap((each) => python.variable(each) ?? []) : [];
}

function definition(node: SyntaxNode): Defined | undefined {
  if (node.type !== 'function_definition') return undefined;
  const [name, body, parameters] = [
    child(node, 'name')?.text,
    child(node, 'body'),
    child(node, 'parameters'),
  ];
  if (name === undefined || !body || !parameters) return undefined;
  const names = parameters.children
    .filter(({ type }) => /identifier|parameter/.test(type))
    .map((each) => child(each, 'name')?.text ?? /\w+/.exec(each.text)?.[0] ?? '');
  const isMethod = around(node, 'class_definition', 'function_definition')?.type === 'class_definition';
  return { name, isMethod, body, parameters: names.filter((each) => each !== 'self' && each !== 'cls') };
}

function assignment(node: SyntaxNode): Assignment | undefined {
  switch (node.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause': {
      const [left, value] = [child(node, 'left'), child(node, 'right')];
      return left && value ? { names: targets(left), value } : undefined;
    }
    case 'named_expression': {
      const [name, value] = [child(node, 'name'), child(node, 'value')];
      return name && value ? { names: [name.text], value } : undefined;
    }
    default:
      return undefined;
  }
}

function targets(left: SyntaxNode): readonly string[] {
  if (left.type === 'identifier' || left.type === 'attribute') return [left.text];
  return left.children.flatMap(targets);
}

function clause(node: SyntaxNode): Clause | undefined {
  const { parent } = node;
  if (node.type === 'except_clause' && parent)
    return { branch: parent, key: node, condition: 'except', leaves: leaves(node.children.at(-1)) };
  if (node.type !== 'block' || !parent) return undefined;
  switch (parent.type) {
    case 'if_statement':
      return {
        branch: parent,
        key: node,
        condition: child(parent, 'condition')?.text ?? '',
        leaves: leaves(node),
      };
    case 'elif_clause':
      return (
        parent.parent && {
          branch: parent.parent,
          key: node,
          condition: child(parent, 'condition')?.text ?? '',
          leaves: leaves(node),
        }
      );
    case 'else_clause':
      return (
        parent.parent && {
          branch: parent.parent,
          key: node,
          condition: `else ${conditionsOf(parent.parent)}`,
          leaves: leaves(node),
        }
      );
    case 'case_clause': {
      const choice = around(node, 'match_statement');
      const patterns = parent.children.filter(({ type }) => type === 'case_pattern').map(({ text }) => text);
      const subject = child(choice, 'subject')?.text ?? '';
      return (
        choice && {
          branch: choice,
          key: node,
          condition: `${subject} ${patterns.join(' ')}`,
          leaves: leaves(node),
        }
      );
    }
    default:
      return undefined;
  }
}

/** All conditions of an `if` with its `elif`s: what is behind `else` is under none of them. */
function conditionsOf(statement: SyntaxNode): string {
  const all = [statement, ...statement.children.filter(({ type }) => type === 'elif_clause')];
  return all.map((each) => child(each, 'condition')?.text ?? '').join(' ');
}

/** Whether a block ends in a `return`, a `raise` or an exit. */
function leaves(block: SyntaxNode | undefined): boolean {
  const last = block?.children.findLast(({ type }) => type !== 'comment');
  if (!last) return false;
  if (last.type === 'return_statement' || last.type === 'raise_statement') return true;
  const [call] = last.children;
  return last.type === 'expression_statement' && call?.type === 'call' && isExit(call);
}

function output(node: SyntaxNode): Output | undefined {
  const call = callAt(node);
  if (!call) return undefined;
  if (/^sys\.stdout(?:\.buffer)?\.write(?:lines)?$/.test(call.name)) return { node };
  if (programTalks(call)) return { node };
  if (call.name !== 'print') return undefined;
  const file = call.named.get('file');
  if (file && file.text !== 'sys.stdout') return undefined;
  const close = node.end - 1;
  const imported = importsSys(node);
  const comma = call.positional.length + call.named.size > 0 ? ', ' : '';
  return file || !imported
    ? { node }
    : { node, toStderr: [{ span: { start: close, end: close }, newText: `${comma}file=sys.stderr` }] };
}

/** A program of Windows that is started with the script's own stdout. */
function programTalks({ name, positional: [first], named }: PythonCall): boolean {
  if (!first || !/^(?:subprocess\.(?:run|call|check_call|Popen)|os\.system)$/.test(name)) return false;
  if (['stdout', 'capture_output', 'creationflags'].some((each) => named.has(each))) return false;
  const text = [...descendants(first, 'string_content')][0]?.text ?? '';
  if (first.type !== 'list')
    return talksOnWindows(text.trim().split(/\s+/)[0] ?? '') && !first.text.includes('>');
  return talksOnWindows(text);
}

const importsSys = oncePerTree((root) =>
  [...descendants(root, 'import_statement')].some(({ text }) => /\bsys\b/.test(text)),
);

function code(node: SyntaxNode): readonly Code[] {
  const call = callAt(node);
  const [first] = call?.positional ?? [];
  if (!call || !first) return [];
  if (runsShell.test(call.name)) return [{ node: first, runner: call.name }];
  if (call.name === 'eval' || call.name === 'exec') return [{ node: first, runner: call.name }];
  if (!starts.test(call.name)) return [];
  if (call.named.get('shell')?.text === 'True') return [{ node: first, runner: 'shell=True' }];
  const words = first.type === 'list' ? first.children.filter(({ type }) => !/^[[\],]$/.test(type)) : [];
  const [program, option] = words.map(literal);
  if (/^(?:\/\S*\/)?(?:ba|da|z|k)?sh$/.test(program ?? '') && /^-\w*c$/.test(option ?? '') && words[2])
    return [{ node: words[2], runner: `${program} ${option}` }];
  return [];
}
