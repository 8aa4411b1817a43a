import { around, child, descendants, oncePerTree, type SyntaxNode, within } from '../../syntax/node';
import { callAt, lastName, parts } from './expression';

/** One place where a name gets a value. */
export interface Given {
  readonly name: string;
  /** `each`: the elements of the value, one after the other; `passed`: what callers give for a parameter. */
  readonly how: 'whole' | 'each' | 'passed';
  /** Undefined where the text does not say what. */
  readonly value: SyntaxNode | undefined;
  /** From where on it holds. */
  readonly from: number;
  /** The block within which it surely holds. */
  readonly block: SyntaxNode;
}

/** A parameter of a function. */
export interface Parameter {
  readonly name: string;
  /** `*names`: takes all that are left. */
  readonly rest: boolean;
  readonly usual: SyntaxNode | undefined;
}

/** A function of the script. */
export interface PythonFunction {
  readonly node: SyntaxNode;
  readonly name: string;
  /** What calls name: for what makes an object its class. */
  readonly calledAs: string;
  readonly parameters: readonly Parameter[];
  /** What it gives back. */
  readonly returns: readonly SyntaxNode[];
  readonly isProperty: boolean;
}

/** The names of a script. */
export interface Names {
  readonly functions: ReadonlyMap<string, PythonFunction>;
  readonly calls: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** The values that an attribute gets anywhere: `self.alert = x` under `alert`. */
  readonly attributes: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** What a name may have been given, where it is used. */
  reaching(name: string, use: SyntaxNode): readonly Given[];
  /** The function that has a parameter of this name, as seen from where it is used. */
  owner(name: string, use: SyntaxNode): PythonFunction | undefined;
}

const scopes = ['function_definition', 'lambda', 'module'];

/** The names of the script that a node belongs to. */
export const namesOf = oncePerTree((root): Names => {
  const functions = new Map<string, PythonFunction>();
  const byNode = new Map<SyntaxNode, PythonFunction>();
  const calls = new Map<string, SyntaxNode[]>();
  const attributes = new Map<string, SyntaxNode[]>();
  const given = new Map<SyntaxNode, Map<string, Given[]>>();
  const shared = new Map<SyntaxNode, ReadonlySet<string>>();

  const scopeOf = (node: SyntaxNode) => around(node, ...scopes) ?? root;
  const note = (scope: SyntaxNode, each: Given) => {
    const home = shared.get(scope)?.has(each.name) ? root : scope;
    const names = given.get(home) ?? new Map<string, Given[]>();
    given.set(home, names);
    const before = names.get(each.name);
    if (before) before.push(each);
    else names.set(each.name, [each]);
  };
  for (const node of descendants(root, 'global_statement')) {
    const names = node.children.filter(({ type }) => type === 'identifier').map(({ text }) => text);
    const scope = scopeOf(node);
    shared.set(scope, new Set([...(shared.get(scope) ?? []), ...names]));
  }
  for (const node of descendants(root)) {
    const defined = functionAt(node);
    if (defined) {
      functions.set(defined.name, defined);
      byNode.set(defined.node, defined);
      for (const { name } of defined.parameters)
        note(defined.node, {
          name,
          how: 'passed',
          value: undefined,
          from: defined.node.start,
          block: defined.node,
        });
    }
    const call = callAt(node);
    if (call) {
      const name = lastName(call.name);
      const known = calls.get(name);
      if (known) known.push(node);
      else calls.set(name, [node]);
    }
    for (const each of givenAt(node)) note(scopeOf(node), each);
    if (node.type === 'assignment') {
      const [left, value] = [child(node, 'left'), child(node, 'right')];
      const name = left?.type === 'attribute' ? child(left, 'attribute')?.text : undefined;
      if (name !== undefined && value) attributes.set(name, [...(attributes.get(name) ?? []), value]);
    }
  }
  const owner = (name: string, use: SyntaxNode) => {
    for (let scope = around(use, ...scopes); scope; scope = around(scope, ...scopes)) {
      const defined = byNode.get(scope);
      if (defined?.parameters.some((parameter) => parameter.name === name)) return defined;
    }
    return undefined;
  };
  const reaching = (name: string, use: SyntaxNode) => {
    const home = scopeOf(use);
    for (let scope: SyntaxNode | undefined = home; scope; scope = around(scope, ...scopes)) {
      const all = shared.get(scope)?.has(name) ? undefined : given.get(scope)?.get(name);
      // Outside its own function a name has what the last statement gave it.
      if (all) return scope === home ? before(all, use) : lasting(all, scope);
    }
    return [];
  };
  return { functions, calls, attributes, reaching, owner };
});

/** What may still hold at a use: from the latest back to the first that surely was come by. */
function before(all: readonly Given[], use: SyntaxNode): readonly Given[] {
  const earlier = all.filter(({ from }) => from <= use.start).toSorted((a, b) => b.from - a.from);
  const sure = earlier.findIndex(({ block }) => within(use, block));
  const reaching = sure === -1 ? earlier : earlier.slice(0, sure + 1);
  // In a loop, what stands below may have come before.
  return reaching.length > 0 ? reaching : all;
}

function lasting(all: readonly Given[], scope: SyntaxNode): readonly Given[] {
  const latest = all.toSorted((a, b) => b.from - a.from);
  const sure = latest.findIndex(({ block }) => block === scope || block.parent === scope);
  return sure === -1 ? latest : latest.slice(0, sure + 1);
}

function functionAt(node: SyntaxNode): PythonFunction | undefined {
  const isLambda = node.type === 'assignment' && child(node, 'right')?.type === 'lambda';
  if (isLambda) return lambdaAt(node);
  if (node.type !== 'function_definition') return undefined;
  const [name, body] = [child(node, 'name')?.text, child(node, 'body')];
  if (name === undefined || !body) return undefined;
  const returns = [...descendants(body, 'return_statement')].filter(
    (each) => around(each, 'function_definition', 'lambda') === node,
  );
  const home = name === '__init__' ? around(node, 'class_definition') : undefined;
  return {
    node,
    name,
    calledAs: child(home, 'name')?.text ?? name,
    parameters: parametersIn(child(node, 'parameters')),
    returns: returns.flatMap(({ children }) => children[1] ?? []),
    isProperty:
      node.parent?.type === 'decorated_definition' &&
      node.parent.children.some(({ type, text }) => type === 'decorator' && /property\b/.test(text)),
  };
}

/** `get = lambda path: …`. */
function lambdaAt(node: SyntaxNode): PythonFunction | undefined {
  const [left, lambda] = [child(node, 'left'), child(node, 'right')];
  const body = child(lambda, 'body');
  if (left?.type !== 'identifier' || !lambda || !body) return undefined;
  return {
    node: lambda,
    name: left.text,
    calledAs: left.text,
    parameters: parametersIn(child(lambda, 'parameters')),
    returns: [body],
    isProperty: false,
  };
}

function parametersIn(list: SyntaxNode | undefined): readonly Parameter[] {
  const all = (list?.children ?? [])
    .filter(({ type }) => /identifier|parameter|splat/.test(type))
    .map(
      (each): Parameter => ({
        name: child(each, 'name')?.text ?? /\w+/.exec(each.text)?.[0] ?? '',
        rest: /^\*(?!\*)/.test(each.text),
        usual: child(each, 'value'),
      }),
    );
  return all.filter(({ name }, at) => at > 0 || (name !== 'self' && name !== 'cls'));
}

function givenAt(node: SyntaxNode): readonly Given[] {
  switch (node.type) {
    case 'assignment':
    case 'augmented_assignment': {
      const [left, right] = [child(node, 'left'), child(node, 'right')];
      if (!left || !right) return [];
      const [names, values] = [parts(left), parts(right)];
      return names.flatMap((name, at) =>
        named(name, names.length === values.length ? values[at] : undefined, {
          how: 'whole',
          from: node.end,
          block: blockAround(node),
        }),
      );
    }
    case 'named_expression': {
      const name = child(node, 'name');
      return named(name, child(node, 'value'), { how: 'whole', from: node.end, block: blockAround(node) });
    }
    case 'for_statement':
    case 'for_in_clause': {
      const [left, value] = [child(node, 'left'), child(node, 'right')];
      const block = node.type === 'for_statement' ? child(node, 'body') : node.parent;
      if (!left || !block) return [];
      return parts(left).flatMap((name, _, all) =>
        named(name, all.length === 1 ? value : undefined, {
          how: 'each',
          from: node.type === 'for_statement' ? left.end : block.start,
          block,
        }),
      );
    }
    case 'as_pattern': {
      const [alias, value] = [child(node, 'alias'), node.children[0]];
      const name = alias?.children[0] ?? alias;
      return named(name, value, { how: 'whole', from: node.end, block: blockAround(node) });
    }
    default:
      return [];
  }
}

function named(
  name: SyntaxNode | undefined,
  value: SyntaxNode | undefined,
  rest: Pick<Given, 'how' | 'from' | 'block'>,
): readonly Given[] {
  return name?.type === 'identifier' ? [{ name: name.text, value, ...rest }] : [];
}

/** The block that a statement is part of; that of a `with` is come by as surely as the `with` itself. */
function blockAround(node: SyntaxNode): SyntaxNode {
  let block = around(node, 'block', 'module');
  while (block?.type === 'block' && block.parent?.type === 'with_statement')
    block = around(block.parent, 'block', 'module');
  return block ?? node;
}
