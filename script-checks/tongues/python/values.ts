import { below, distinct, farthest, type Held, type Path } from '../../message-read';
import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, dotted, isStdin, lastName, literal, type PythonCall, parts } from './expression';
import { type Names, namesOf, type PythonFunction } from './names';
import { readAt } from './stdin';

/** What comes into a Python program from outside. */
export interface Inlets {
  readonly stdin: readonly Held[];
  /** What a text of the program stands for, which somebody else puts there: a shell that it is written in. */
  text?(literal: string): readonly Held[];
  /** The arguments of the program: the first has the number 1. */
  argument?(at: number): readonly Held[];
  environment?(name: string): readonly Held[];
}

/** What the values of a Python program are of execd's message. */
export interface PythonValues {
  held(node: SyntaxNode): readonly Held[];
  /** The step one key down that a node is. */
  step(node: SyntaxNode): Step | undefined;
  /** Whether a node calls a function that reads what its caller names: `dig(message, "parameters.alert")`. */
  digs(node: SyntaxNode): boolean;
  /** Whether what a node reads is for the callers of its function to say. */
  isForCallers(node: SyntaxNode): boolean;
}

/** How deep calls and names are followed. */
const deepest = 24;

/** What stands for the parameters of a function while one of its calls is looked at. */
interface Frame {
  readonly of: PythonFunction;
  readonly call: PythonCall;
  readonly outer: Frame | undefined;
  readonly depth: number;
}

/** Follows execd's message through a Python program: names, parameters, what functions return, keys in lists and loops. */
export function pythonValues(root: SyntaxNode, inlets: Inlets): PythonValues {
  const names = namesOf(root);
  const kept = new Map<SyntaxNode, readonly Held[]>();
  const diggers = diggersIn(names);
  let depth = 0;

  /** A method of the script that is called `get` is none of a dictionary. */
  function step(node: SyntaxNode): Step | undefined {
    const isOwn = node.type === 'call' && names.functions.has(lastName(callAt(node)?.name ?? ''));
    return isOwn ? undefined : stepOf(node);
  }

  function held(node: SyntaxNode | undefined, frame?: Frame): readonly Held[] {
    if (!node) return [];
    const before = frame ? undefined : kept.get(node);
    if (before) return before;
    if (depth > deepest) return [];
    depth++;
    // A value that is made of itself adds nothing.
    if (!frame) kept.set(node, []);
    const found = distinct(look(node, frame));
    if (!frame) kept.set(node, found);
    depth--;
    return found;
  }

  function look(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    if (readAt(node) || isStdin(node)) return inlets.stdin;
    const outside = fromOutside(node);
    if (outside) return outside;
    const down = step(node);
    if (down) {
      const walk = walkOf(node, down);
      return walk ? below(held(walk.from, frame), sequences(walk.keys, frame)) : stepDown(down, frame);
    }
    switch (node.type) {
      case 'identifier':
        return ofName(node, frame);
      case 'attribute':
        return ofAttribute(node);
      case 'parenthesized_expression':
      case 'await':
        return held(
          node.children.find(({ type }) => !/^[()]$|^await$/.test(type)),
          frame,
        );
      case 'named_expression':
        return held(child(node, 'value'), frame);
      case 'boolean_operator': {
        const [left, right] = [child(node, 'left'), child(node, 'right')];
        const isOr = child(node, 'operator')?.text === 'or';
        return [...(isOr ? held(left, frame) : []), ...held(right, frame)];
      }
      case 'conditional_expression':
        return [node.children[0], node.children[4]].flatMap((each) => held(each, frame));
      case 'generator_expression':
      case 'list_comprehension':
        return held(child(node, 'body'), frame);
      case 'call':
        return ofCall(node, frame);
      default:
        return [];
    }
  }

  function fromOutside(node: SyntaxNode): readonly Held[] | undefined {
    const text = inlets.text && literal(node);
    if (text !== undefined && inlets.text) {
      const given = inlets.text(text);
      if (given.length > 0) return given;
    }
    if (node.type === 'subscript') {
      const [from, key] = [child(node, 'value'), child(node, 'subscript')];
      const name = from && dotted(from);
      if (name === 'sys.argv' || name === 'argv') return inlets.argument?.(Number(key?.text)) ?? [];
      if (name === 'os.environ') return inlets.environment?.(literal(key) ?? '') ?? [];
    }
    const call = callAt(node);
    return call && /^os\.(?:environ\.get|getenv)$/.test(call.name)
      ? (inlets.environment?.(literal(call.positional[0]) ?? '') ?? [])
      : undefined;
  }

  function stepDown({ from, key, usual }: Step, frame: Frame | undefined): readonly Held[] {
    const keys = keysOf(key, frame);
    const base = held(from, frame);
    // Whatever it is got from: only execd's message has parameters.
    const found =
      base.length === 0 && keys.some(([only]) => only === 'parameters')
        ? [{ path: ['parameters'], sure: true }]
        : below(base, keys);
    return [...found, ...held(usual, frame)];
  }

  /** What a key may be; the whole for a part of a text. */
  function keysOf(node: SyntaxNode, frame: Frame | undefined): readonly Path[] {
    if (node.type === 'slice') return [[]];
    if (node.type === 'integer' || node.type === 'unary_operator') return [[Number(node.text)]];
    return words(node, frame).map((word) => [word]);
  }

  function ofName(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    const found = names
      .reaching(node.text, node)
      .flatMap(({ how, value }) =>
        how === 'passed'
          ? passed(node.text, node, frame).flatMap((each) => held(each.value, each.frame))
          : held(value, frame),
      );
    return found.length > 0 ? found : byName(node.text);
  }

  /** The values that are passed for a parameter: by the call at hand, else by any. */
  function passed(name: string, use: SyntaxNode, frame: Frame | undefined): readonly Passed[] {
    const owner = names.owner(name, use);
    if (!owner) return [];
    for (let home = frame; home; home = home.outer)
      if (home.of === owner) return argumentFor(name, owner, home.call, home.outer);
    return (names.calls.get(owner.calledAs) ?? []).flatMap((node) => {
      const call = callAt(node);
      return call ? argumentFor(name, owner, call, undefined) : [];
    });
  }

  function ofAttribute(node: SyntaxNode): readonly Held[] {
    const name = child(node, 'attribute')?.text ?? '';
    const found = (names.attributes.get(name) ?? []).flatMap((value) => held(value));
    if (found.length > 0) return found;
    const property = names.functions.get(name);
    if (property?.isProperty) return property.returns.flatMap((value) => held(value));
    return byName(name);
  }

  function ofCall(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    const call = callAt(node);
    if (!call) return [];
    const name = lastName(call.name);
    const [first, second, third] = call.positional;
    if (name === 'reduce') return below(held(third, frame), sequences(second, frame));
    const own = names.functions.get(name);
    if (own) {
      const level = (frame?.depth ?? 0) + 1;
      if (level > 6) return [];
      const inner: Frame = { of: own, call, outer: frame, depth: level };
      return farthest(own.returns.flatMap((value) => held(value, inner)));
    }
    if (
      /^(?:loads?|str|int|dict|list|next|iter|bytes|Path|ip_address|deepcopy|normpath|realpath|abspath|unquote|unescape)$/.test(
        name,
      ) &&
      first
    )
      return held(first, frame);
    const object = child(child(node, 'function'), 'object');
    return object &&
      /^(?:r?strip|lstrip|lower|upper|r?split|splitlines|decode|encode|copy|replace|partition)$/.test(name)
      ? held(object, frame)
      : [];
  }

  /** What a text may be: a literal, or a name that holds some. */
  function words(node: SyntaxNode | undefined, frame: Frame | undefined): readonly string[] {
    if (!node || depth > deepest) return [];
    const text = literal(node);
    if (text !== undefined) return [text];
    depth++;
    const found = sources(node, frame).flatMap(({ value, frame: home }) => words(value, home));
    depth--;
    return [...new Set(found)];
  }

  /** The lists of keys that a value may be: `["a", "b"]`, `"a.b".split(".")`, what `*names` takes. */
  function sequences(node: SyntaxNode | undefined, frame: Frame | undefined): readonly Path[] {
    if (!node || depth > deepest) return [];
    depth++;
    const found = sequencesAt(node, frame);
    depth--;
    return found;
  }

  function sequencesAt(node: SyntaxNode, frame: Frame | undefined): readonly Path[] {
    const items = itemsOf(node);
    if (items) {
      const keys = items.map((item) => words(item, frame)[0]);
      return keys.every((key) => key !== undefined) ? [keys] : [];
    }
    const call = callAt(node);
    const object = child(child(node, 'function'), 'object');
    if (call && object && lastName(call.name) === 'split') {
      const mark = literal(call.positional[0]) ?? ' ';
      return words(object, frame).map((text) => text.split(mark).filter((key) => key !== ''));
    }
    const rest = node.type === 'identifier' ? restOf(node, frame) : undefined;
    if (rest) {
      const [only] = rest;
      if (only?.type === 'list_splat' && rest.length === 1) return sequences(only.children[1], frame?.outer);
      const keys = rest.map((item) => words(item, frame?.outer)[0]);
      return keys.every((key) => key !== undefined) ? [keys] : [];
    }
    return sources(node, frame).flatMap(({ value, frame: home }) => sequences(value, home));
  }

  /** What the call at hand gives for `*names`. */
  function restOf(node: SyntaxNode, frame: Frame | undefined): readonly SyntaxNode[] | undefined {
    if (!frame || names.owner(node.text, node) !== frame.of) return undefined;
    const at = frame.of.parameters.findIndex(({ name, rest }) => rest && name === node.text);
    return at === -1 ? undefined : frame.call.positional.slice(at);
  }

  /** The values that a name or an attribute stands for; of one that goes through a list, its items. */
  function sources(node: SyntaxNode, frame: Frame | undefined): readonly Passed[] {
    switch (node.type) {
      case 'parenthesized_expression':
        return node.children.slice(1, 2).map((value) => ({ value, frame }));
      case 'conditional_expression':
        return [node.children[0], node.children[4]].flatMap((value) => (value ? [{ value, frame }] : []));
      case 'attribute':
        return (names.attributes.get(child(node, 'attribute')?.text ?? '') ?? []).map((value) => ({
          value,
          frame: undefined,
        }));
      case 'identifier':
        return names.reaching(node.text, node).flatMap(({ how, value }) => {
          if (how === 'passed') return passed(node.text, node, frame);
          if (!value) return [];
          return how === 'each' ? elements(value, frame) : [{ value, frame }];
        });
      default:
        return [];
    }
  }

  /** The items of a list that is written down, or that a name holds. */
  function elements(node: SyntaxNode, frame: Frame | undefined): readonly Passed[] {
    const items = itemsOf(node);
    if (items) return items.map((value) => ({ value, frame }));
    if (depth > deepest) return [];
    depth++;
    const found = sources(node, frame).flatMap(({ value, frame: home }) => elements(value, home));
    depth--;
    return found;
  }

  return {
    held: (node) => held(node),
    step,
    digs: (node) => node.type === 'call' && diggers.names.has(lastName(callAt(node)?.name ?? '')),
    isForCallers: (node) => diggers.reads.has(node),
  };
}

interface Passed {
  readonly value: SyntaxNode;
  readonly frame: Frame | undefined;
}

/** What a call gives for a parameter. */
function argumentFor(
  name: string,
  { parameters }: PythonFunction,
  call: PythonCall,
  frame: Frame | undefined,
): readonly Passed[] {
  const at = parameters.findIndex((parameter) => parameter.name === name);
  const value = call.named.get(name) ?? call.positional[at];
  if (value && value.type !== 'list_splat') return [{ value, frame }];
  const usual = parameters[at]?.usual;
  return usual ? [{ value: usual, frame: undefined }] : [];
}

/** A step one key down: `x["key"]`, `x.get("key", usual)`. */
export interface Step {
  readonly from: SyntaxNode;
  readonly key: SyntaxNode;
  readonly usual: SyntaxNode | undefined;
}

export function stepOf(node: SyntaxNode): Step | undefined {
  if (node.type === 'subscript') {
    const [from, key] = [child(node, 'value'), child(node, 'subscript')];
    return from && key ? { from, key, usual: undefined } : undefined;
  }
  const call = node.type === 'call' ? callAt(node) : undefined;
  if (!call || !/\.(?:get|pop|setdefault)$/.test(call.name)) return undefined;
  const [from, [key, usual]] = [child(child(node, 'function'), 'object'), call.positional];
  return from && key ? { from, key, usual } : undefined;
}

/** `for key in keys: value = value.get(key)`: goes down by all of the keys. */
function walkOf(
  node: SyntaxNode,
  { from, key }: Step,
): { readonly from: SyntaxNode; readonly keys: SyntaxNode } | undefined {
  const [loop, statement] = [around(node, 'for_statement'), around(node, 'assignment')];
  const keys = child(loop, 'right');
  if (!loop || !keys || child(loop, 'left')?.text !== key.text) return undefined;
  return child(statement, 'left')?.text === from.text ? { from: beforeLoop(from, loop), keys } : undefined;
}

/** The name as it was before the loop. */
function beforeLoop(name: SyntaxNode, loop: SyntaxNode): SyntaxNode {
  return { ...name, text: name.text, parent: loop.parent, start: loop.start, end: loop.start };
}

function itemsOf(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  return /^(?:list|tuple|set|expression_list)$/.test(node.type)
    ? node.children.filter(({ type }) => !/^[[\](){},]$/.test(type) && type !== 'comment')
    : undefined;
}

function byName(name: string): readonly Held[] {
  if (name === 'parameters') return [{ path: ['parameters'], sure: false }];
  return name === 'alert' ? [{ path: ['parameters', 'alert'], sure: false }] : [];
}

/** The functions that go down by keys which their callers name, and where they do. */
interface Diggers {
  readonly names: ReadonlySet<string>;
  readonly reads: ReadonlySet<SyntaxNode>;
}

function diggersIn({ functions }: Names): Diggers {
  const names = new Set<string>();
  const reads = new Set<SyntaxNode>();
  for (let before = -1; reads.size > before; ) {
    before = reads.size;
    for (const each of functions.values()) {
      const found = readsForCallers(each, names);
      if (found.length > 0) names.add(each.name);
      for (const node of found) reads.add(node);
    }
  }
  return { names, reads };
}

function readsForCallers(
  { node, parameters }: PythonFunction,
  diggers: ReadonlySet<string>,
): readonly SyntaxNode[] {
  if (parameters.length === 0) return [];
  const own = new Set(parameters.map(({ name }) => name));
  const nodes = [...descendants(node)];
  // Names that a loop or a statement gives a part of a parameter.
  for (const each of nodes) {
    const [left, right] = [child(each, 'left'), child(each, 'right')];
    if (!left || !right || !/^(?:assignment|for_statement|for_in_clause)$/.test(each.type)) continue;
    if (isOf(right, own)) for (const part of parts(left)) if (part.type === 'identifier') own.add(part.text);
  }
  return nodes.filter((each) => {
    const step = stepOf(each);
    if (step) return isOf(step.key, own);
    const call = callAt(each);
    if (!call) return false;
    const name = lastName(call.name);
    return (
      (name === 'reduce' || diggers.has(name)) && call.positional.slice(1).some((value) => isOf(value, own))
    );
  });
}

/** Whether a value is one of some names, or a part of one. */
function isOf(node: SyntaxNode, names: ReadonlySet<string>): boolean {
  if (node.type === 'identifier') return names.has(node.text);
  if (node.type === 'list_splat') return node.children.some((each) => isOf(each, names));
  const object = child(child(node, 'function'), 'object');
  return object !== undefined && /^\.?(?:\w+\.)*split$/.test(callAt(node)?.name ?? '') && isOf(object, names);
}
