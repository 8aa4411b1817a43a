import { child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import type { Assignment, Clause, Code, Defined, Output, StdinRead, Tongue } from '../tongue';

/** How the checks read PowerShell. Its names do not tell capitals apart. */
export const powershell: Tongue = {
  readLine: '[Console]::In.ReadLine()',
  definition,
  call(node) {
    const name = commandName(node);
    return name === undefined ? undefined : { name, arguments: words(node) };
  },
  assignment,
  variable: (node) =>
    node.type === 'variable' ? /^\$\{?(?:\w+:)?(\w+)/.exec(node.text)?.[1]?.toLowerCase() : undefined,
  clause,
  read,
  output,
  code,
  acts: (node) =>
    /^(?:remove-item|stop-process|disable-\w+|new-netfirewallrule|remove-netfirewallrule|stop-service|move-item)$/.test(
      commandName(node) ?? '',
    ) || /^netsh\b.*\b(?:add|delete)\b/i.test(node.type === 'command' ? node.text : ''),
  sanitizes: ({ name }) => /valid|test-ip|is-?ip/i.test(name),
  validated(node) {
    if (node.type === 'comparison_expression' && /-c?match\b/i.test(node.text)) return namesIn(node);
    if (node.type === 'cast_expression' && /^\[(?:System\.Net\.)?IPAddress\]|^\[int\]/i.test(node.text))
      return namesIn(node);
    return /^\[(?:System\.Net\.)?IPAddress\]::(?:Try)?Parse/i.test(node.text) ? namesIn(node) : [];
  },
};

function commandName(node: SyntaxNode): string | undefined {
  return node.type === 'command' ? child(node, 'command_name')?.text.toLowerCase() : undefined;
}

function words(node: SyntaxNode): readonly SyntaxNode[] {
  return (
    child(node, 'command_elements')?.children.filter(({ type }) => type !== 'command_argument_sep') ?? []
  );
}

function namesIn(node: SyntaxNode): readonly string[] {
  return [...descendants(node, 'variable')].flatMap((each) => powershell.variable(each) ?? []);
}

function definition(node: SyntaxNode): Defined | undefined {
  if (node.type !== 'function_statement') return undefined;
  const name = node.children.find(({ type }) => type === 'function_name')?.text.toLowerCase();
  const body = node.children.find(({ type }) => type === 'script_block');
  if (name === undefined || !body) return undefined;
  const parameters = [...descendants(node, 'script_parameter')].flatMap((each) => namesIn(each).slice(0, 1));
  return { name, body, parameters };
}

function assignment(node: SyntaxNode): Assignment | undefined {
  if (node.type !== 'assignment_expression') return undefined;
  const [left] = node.children;
  const value = child(node, 'value');
  return left && value ? { names: namesIn(left), value } : undefined;
}

function clause(node: SyntaxNode): Clause | undefined {
  if (node.type !== 'statement_block') return undefined;
  const { parent } = node;
  const last = child(node, 'statement_list')?.children.at(-1);
  const leaves = last?.type === 'flow_control_statement' && /^(?:exit|return|throw)\b/i.test(last.text);
  const condition = child(parent, 'condition')?.text ?? '';
  switch (parent?.type) {
    case 'if_statement':
      return { branch: parent, key: node, condition, leaves };
    case 'elseif_clause':
      return parent.parent?.parent && { branch: parent.parent.parent, key: node, condition, leaves };
    case 'else_clause':
      return (
        parent.parent && {
          branch: parent.parent,
          key: node,
          condition: `else ${child(parent.parent, 'condition')?.text ?? ''}`,
          leaves,
        }
      );
    default:
      return undefined;
  }
}

function read(node: SyntaxNode): StdinRead | undefined {
  if (node.type === 'variable' && /^\$input$/i.test(node.text) && !isAssigned(node)) {
    return { node, how: 'to end', oneLine: [{ span: node, newText: '[Console]::In.ReadLine()' }] };
  }
  if (commandName(node) === 'read-host') return { node, how: 'line' };
  if (node.type !== 'invokation_expression') return undefined;
  const name = node.children.findLast(({ type }) => type === 'member_name');
  if (/^ReadLine$/i.test(name?.text ?? '')) return { node, how: 'line' };
  if (!name || !/^ReadToEnd$/i.test(name.text)) return undefined;
  return { node, how: 'to end', oneLine: [{ span: name, newText: 'ReadLine' }] };
}

/** `$input` is a plain variable where the script assigns it. */
const isAssigned = oncePerTree((root) =>
  [...descendants(root, 'assignment_expression')].some((each) => assignment(each)?.names.includes('input')),
);

function output(node: SyntaxNode): Output | undefined {
  if (isPassedOn(node)) return undefined;
  const name = commandName(node);
  if (name === 'write-host' || name === 'write-output' || name === 'echo') {
    const start = child(node, 'command_name');
    const [only, ...more] = words(node);
    if (!start || !only || more.length > 0) return { node };
    return {
      node,
      toStderr: [
        { span: { start: start.start, end: only.start }, newText: '[Console]::Error.WriteLine(' },
        { span: { start: only.end, end: only.end }, newText: ')' },
      ],
    };
  }
  if (node.type !== 'invokation_expression') return undefined;
  const match = /^\[(?:System\.)?Console\]::((?:Out\.)?)(?:Write|WriteLine)\(/i.exec(node.text);
  if (!match) return undefined;
  const type = node.text.indexOf('::') + 2 + node.start;
  return {
    node,
    toStderr: [{ span: { start: type, end: type + (match[1]?.length ?? 0) }, newText: 'Error.' }],
  };
}

/** Into a variable, a pipe or a file. */
function isPassedOn(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === 'assignment_expression' || child(node, 'redirections') || node.text.includes('>'))
    return true;
  return parent?.type === 'pipeline_chain' && parent.children.at(-1) !== node;
}

function code(node: SyntaxNode): readonly Code[] {
  const name = commandName(node);
  if (name === undefined) return [];
  const given = words(node);
  if (name === 'invoke-expression' || name === 'iex')
    return given.map((word) => ({ node: word, runner: name }));
  if (!/^(?:cmd|powershell|pwsh)(?:\.exe)?$/.test(name)) return [];
  const at = given.findIndex(({ text }) => /^(?:\/c|\/k|-c\w*)$/i.test(text));
  return at === -1 ? [] : given.slice(at + 1).map((word) => ({ node: word, runner: name }));
}
