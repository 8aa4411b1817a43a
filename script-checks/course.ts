import { descendants, type SyntaxNode } from './syntax/node';
import type { Clause, Defined, Tongue } from './tongues/tongue';

/** What a script does at one moment. */
export interface Moment {
  readonly kind: 'read' | 'keys' | 'output' | 'act';
  readonly node: SyntaxNode;
  /** The conditions under which it comes to this, the outermost first. */
  readonly clauses: readonly Clause[];
}

/** How many nodes are looked at, and how deep calls are followed: a text that a machine made may call itself without end. */
const most = 100_000;
const deepest = 12;

/**
 * What a script does from its first line to its last, as far as the text tells: functions are followed where they are
 * called, and the parts of a condition come one after the other.
 */
export function course(
  root: SyntaxNode,
  tongue: Tongue,
  isKeys: (node: SyntaxNode) => boolean,
): readonly Moment[] {
  const functions = new Map<string, Defined>();
  for (const node of descendants(root)) {
    const defined = tongue.definition(node);
    if (defined) functions.set(defined.name, defined);
  }
  const moments: Moment[] = [];
  const followed = new Set<Defined>();
  let looked = 0;

  function walk(node: SyntaxNode, clauses: readonly Clause[], calls: readonly Defined[]): void {
    if (++looked > most || tongue.definition(node)) return;
    const own = tongue.clause(node);
    const inside = own ? [...clauses, own] : clauses;
    for (const below of tongue.inTurn?.(node) ?? node.children) walk(below, inside, calls);
    for (const kind of kindsOf(node)) moments.push({ kind, node, clauses: inside });
    const called = calledAt(node);
    if (called && !calls.includes(called) && calls.length < deepest) follow(called, inside, calls);
  }

  function calledAt(node: SyntaxNode): Defined | undefined {
    const call = tongue.call(node);
    const defined = call && functions.get(call.name);
    // `blocked.add(ip)` is no call of a function `add`, and `logging.disable()` none of a method.
    const fits = call?.of === undefined ? !defined?.isMethod : call.of === 'object' && defined?.isMethod;
    return fits ? defined : undefined;
  }

  function follow(called: Defined, clauses: readonly Clause[], calls: readonly Defined[]): void {
    followed.add(called);
    for (const below of called.body.children) walk(below, clauses, [...calls, called]);
  }

  function kindsOf(node: SyntaxNode): readonly Moment['kind'][] {
    if (tongue.read(node)) return ['read'];
    const does: readonly Moment['kind'][] = tongue.acts(node) ? ['act'] : [];
    return tongue.output(node) ? [isKeys(node) ? 'keys' : 'output', ...does] : does;
  }

  walk(root, [], []);
  // Whoever calls these is not in the text: a half-written script, a table of functions, a signal. Those first that no
  // other one of them calls, so that each is seen in its turn.
  const unused = [...functions.values()].filter((each) => !followed.has(each));
  const inner = new Set(
    unused.flatMap(({ body }) => [...descendants(body)].flatMap((node) => calledAt(node) ?? [])),
  );
  for (const each of [...unused.filter((one) => !inner.has(one)), ...unused])
    if (!followed.has(each)) follow(each, [], []);
  return moments;
}

/** Whether it cannot be that both come to pass in one run: they are two parts of the same condition. */
export function exclude(one: Moment, other: Moment): boolean {
  return one.clauses.some(({ branch, key }) =>
    other.clauses.some((clause) => clause.branch === branch && clause.key !== key),
  );
}

/** Whether the script has ended, for all that `earlier` is under, before it comes to `later`. */
export function leavesBefore(earlier: Moment, later: Moment): boolean {
  return earlier.clauses.some(
    ({ key, leaves }) => leaves && !later.clauses.some((clause) => clause.key === key),
  );
}
