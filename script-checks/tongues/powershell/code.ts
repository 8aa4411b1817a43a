import { descendants, type SyntaxNode } from '../../syntax/node';
import type { Code } from '../tongue';
import { commandName, given, words } from './command';

/** What a node takes for code: PowerShell of its own, or the line of another shell or program. */
export function codeAt(node: SyntaxNode): readonly Code[] {
  if (node.type === 'invokation_expression') return made(node);
  const name = commandName(node)?.replace(/\.exe$/, '');
  switch (name) {
    case undefined:
      return [];
    case 'invoke-expression':
    case 'iex':
      return words(node)
        .filter(({ type }) => type !== 'command_parameter')
        .map((word) => ({ node: word, runner: name }));
    case 'cmd':
    case 'powershell':
    case 'pwsh':
      return behindCommand(words(node)).map((word) => ({ node: word, runner: name }));
    case 'start-process':
    case 'saps':
    case 'start':
      return argumentLine(node, /^-Ar\w*$/i).map((word) => ({ node: word, runner: `${name} -ArgumentList` }));
    case 'invoke-wmimethod':
    case 'iwmi':
      return argumentLine(node, /^-Ar\w*$/i).map((word) => ({ node: word, runner: name }));
    default:
      return [];
  }
}

/** `[ScriptBlock]::Create(…)`. */
function made(node: SyntaxNode): readonly Code[] {
  const match =
    /^\[(?:System\.Management\.Automation\.)?(ScriptBlock\]::Create|wmiclass\][^\n]*\.Create)\(/i.exec(
      node.text,
    );
  const list = node.children.find(({ type }) => type === 'argument_list');
  return match && list
    ? [{ node: list, runner: /^w/i.test(match[1] ?? '') ? 'Win32_Process' : '[ScriptBlock]::Create' }]
    : [];
}

function behindCommand(given: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const at = given.findIndex(({ text }) => /^(?:\/[ck]|-c(?!onf)\w*)$/i.test(text));
  return at === -1 ? [] : given.slice(at + 1);
}

/** One text for all arguments, put together of parts: a list of its own keeps each argument whole. */
function argumentLine(node: SyntaxNode, parameter: RegExp): readonly SyntaxNode[] {
  const [line, ...more] = given(node, parameter);
  if (!line || more.length > 0) return [];
  const isText = /^(?:string_literal|parenthesized_expression|additive_expression)$/.test(line.type);
  const isList = [...descendants(line, 'array_literal_expression', 'array_expression')].length > 0;
  return isText && !isList && !/^["']?\$[\w:]+["']?$/.test(line.text) ? [line] : [];
}
