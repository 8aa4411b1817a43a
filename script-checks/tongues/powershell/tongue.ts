import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import type { Assignment, Clause, Defined, Tongue } from '../tongue';
import { codeAt } from './code';
import { commandName, words } from './command';
import { outputAt } from './output';
import { readAt } from './stdin';

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
  read: readAt,
  output: outputAt,
  code: codeAt,
  acts,
  sanitizes: ({ name }) => /valid|test-ip|is-?ip|^get-filehash$/i.test(name),
  validated(node) {
    if (node.type === 'comparison_expression' && /-c?match\b/i.test(node.text)) return namesIn(node);
    if (node.type === 'cast_expression' && /^\[(?:System\.Net\.)?IPAddress\]|^\[int\]/i.test(node.text))
      return namesIn(node);
    return /^\[(?:System\.Net\.)?IPAddress\]::(?:Try)?Parse/i.test(node.text) ? namesIn(node) : [];
  },
};

/** Commands that change the host whatever they are given. */
const acting =
  /^(?:remove-item|ri|del|move-item|stop-process|kill|spps|stop-service|restart-service|set-service|set-itemproperty|remove-itemproperty|stop-computer|restart-computer|suspend-process|(?:new|remove|set|enable|disable)-(?:netfirewallrule|netadapter|netroute|localuser|adaccount|scheduledtask|pnpdevice|smbshare)|disable-\w+|unregister-scheduledtask|unlock-adaccount|logoff|taskkill|shutdown)$/;

/** Programs that do so with such words. */
const actingWords =
  /^(?:netsh\b.*\b(?:add|delete|set|reset)\b|net\b.*\b(?:user|stop|start|session)\b|sc(?:\.exe)?\s+(?:stop|start|config|delete)\b|reg\s+(?:add|delete)\b|route\s+(?:add|delete)\b|icacls\b.*\/(?:deny|grant|inheritance)|schtasks\b.*\/(?:create|delete|change)\b)/i;

function acts(node: SyntaxNode): boolean {
  const name = commandName(node)?.replace(/\.exe$/, '');
  if (name === undefined) return false;
  return acting.test(name) || actingWords.test([name, ...words(node).map(({ text }) => text)].join(' '));
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
  const choice = parent?.type === 'switch_clause' ? around(node, 'switch_statement') : undefined;
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
    case 'switch_clause': {
      const asked = choice?.children.find(({ type }) => type === 'switch_condition')?.text ?? '';
      const answer = parent.children.find(({ type }) => type === 'switch_clause_condition')?.text ?? '';
      return choice && { branch: choice, key: node, condition: `${asked} ${answer}`, leaves };
    }
    default:
      return undefined;
  }
}
