import { around, child, descendants, type SyntaxNode } from '../../syntax/node';

/** What the arguments were before 4.2, by the names that scripts give them. */
const action = /^\$(?:ar_?)?(?:action|act|command|cmd|mode|operation)$/i;
const others =
  /^\$(?:user(?:name)?|(?:src)?_?ip(?:_?address)?|address|(?:alert|rule)_?id|agent(?:_?(?:id|name))?|file(?:name)?|path)$/i;

/**
 * Where a PowerShell script first needs one of its arguments: `param($Action, $User, $IP)`, which names what execd passed
 * before 4.2, or `$args[0]`. Other parameters are nothing that execd ever gave: a launcher may set them.
 */
export function neededArgument(root: SyntaxNode): SyntaxNode | undefined {
  return oldParameter(root) ?? oldWord(root);
}

function oldParameter(root: SyntaxNode): SyntaxNode | undefined {
  const block = root.children.find(({ type }) => type === 'param_block');
  // What is piped to it comes from stdin.
  if (!block || /\bValueFromPipeline/i.test(block.text)) return undefined;
  const names = [...descendants(block, 'script_parameter')].flatMap(
    (each) => each.children.find(({ type }) => type === 'variable') ?? [],
  );
  const named = names.find(({ text }) => action.test(text));
  return names.some(({ text }) => others.test(text)) ? named : undefined;
}

/** `$args[0]`, unless a look at how many there are stands before it. */
function oldWord(root: SyntaxNode): SyntaxNode | undefined {
  for (const node of descendants(root, 'element_access')) {
    if (!/^\$args\[[0-6]\]$/i.test(node.text)) continue;
    if (around(node, 'function_statement', 'script_block_expression')) continue;
    if (!isAskedFor(node)) return node;
  }
  return undefined;
}

function isAskedFor(node: SyntaxNode): boolean {
  for (let outer = around(node, 'if_statement'); outer; outer = around(outer, 'if_statement'))
    if (/\$args\.(?:Count|Length)\b|^\$args$/i.test(child(outer, 'condition')?.text ?? '')) return true;
  return false;
}
