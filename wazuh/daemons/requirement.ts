import type { Condition, ElementReference, Reaction, Requirement, Siblings } from '../catalog';
import type { Element } from '../os-xml';
import type { Remark } from './remark';
import { numberIn } from './text';
import { remark, type Walk } from './walk';

/** The children of a block by name, as rules between them see it. */
interface Members {
  readonly element: Element;
  readonly all: readonly Element[];
  readonly references: readonly ElementReference[];
  readonly walk: Walk;
}

/** What the rules between the children of a block come to: those that do not hold, as remarks. */
export function requirements(
  walk: Walk,
  element: Element,
  rules: readonly Requirement[],
  references: readonly ElementReference[],
  path: readonly string[],
): readonly Remark[] {
  const members: Members = { element, all: walk.children(element), references, walk };
  const whole = rules.flatMap((rule): readonly Remark[] => {
    const at = rule.scopeOfRule === 'file' || !holdsHere(rule, walk) ? undefined : brokenAt(rule, members);
    return at ? [relation(members, rule, at, path)] : [];
  });
  const said = rules.flatMap(({ conflict = [] }) => conflict);
  return [...whole, ...conflicts(members, path, said)];
}

function relation(members: Members, rule: Requirement, at: Element, path: readonly string[]): Remark {
  const { walk, element } = members;
  const reaction = reactionOf(rule, members);
  if (at !== element)
    return remark(walk, 'relation', { element: at, path: [...path, at.name], reaction, words: rule.words });
  return {
    ...remark(walk, 'relation', { element, path, reaction, words: rule.words }),
    span: element.nameSpan,
  };
}

function reactionOf(rule: Requirement, members: Members): Reaction {
  const word = rule.reaction ?? (rule.conflict ? 'error' : 'silent');
  const reaction = word.startsWith('error') ? 'error' : word.startsWith('warning') ? 'warning' : 'silent';
  return {
    reaction,
    ...(rule.messageId === undefined ? {} : { messageId: rule.messageId }),
    ...(rule.says === undefined ? {} : { says: saysOf(rule, rule.says, members) }),
    scope: rule.scope ?? 'daemon',
    effect: rule.words,
  };
}

/** What Wazuh writes, with the name of what is missing filled in. */
function saysOf(rule: Requirement, says: string, members: Members): string {
  if (rule.saysNone && !rule.oneOf?.some((name) => named(members, name).length > 0)) return rule.saysNone;
  return says.replace('{missing}', () => missingOf(rule, members) ?? '');
}

function missingOf({ allOf = [] }: Requirement, members: Members): string | undefined {
  return allOf.find((name) => named(members, name).length === 0)?.split('>')[0];
}

function holdsHere(rule: Requirement, { role }: Walk): boolean {
  return !rule.appliesTo || rule.appliesTo.includes(role === 'manager' ? 'manager' : 'agent');
}

/** The element at which a rule is broken: the block itself where something is missing; undefined where it holds. */
function brokenAt(rule: Requirement, members: Members): Element | undefined {
  if (rule.unless?.some((condition) => isTrue(condition, members))) return undefined;
  if (rule.when && !matches(rule.when, members)) return undefined;
  const { element } = members;
  if (rule.allOf) {
    const met = rule.allOf.every((name) => {
      const found = named(members, name);
      return rule.nonEmpty ? found.at(-1)?.text : found.length > 0;
    });
    return met ? undefined : element;
  }
  if (rule.allOfNonEmpty)
    return rule.allOfNonEmpty.every((name) => named(members, name).some((one) => one.text !== ''))
      ? undefined
      : element;
  if (rule.anyOf) return rule.anyOf.some((test) => passes(test, members)) ? undefined : element;
  if (rule.oneOf)
    return rule.oneOf.filter((name) => named(members, name).length > 0).length === 1 ? undefined : element;
  if (rule.conflict) {
    const found = rule.conflict.map((name) => named(members, name).at(-1));
    return found.every((one) => one !== undefined) ? found.at(-1) : undefined;
  }
  if (rule.conflictValue)
    return rule.conflictValue.map((name) => named(members, name).at(-1)).find((one) => one !== undefined);
  if (rule.zero !== undefined) {
    const one = named(members, rule.zero).at(-1);
    return one && duration(members, one) === 0 ? one : undefined;
  }
  if (rule.atLeast !== undefined && typeof rule.atLeast !== 'string') {
    for (const [larger, smaller] of Object.entries(rule.atLeast)) {
      const [a, b] = [last(members, larger), last(members, String(smaller))];
      if (a !== undefined && b !== undefined && a < b) return named(members, larger).at(-1) ?? element;
    }
  }
  return undefined;
}

/** Elements that exclude others by their own entry; those in `said` were spoken of by a rule of the block. */
function conflicts(members: Members, path: readonly string[], said: readonly string[]): readonly Remark[] {
  return members.references.flatMap((reference): readonly Remark[] => {
    const own = named(members, reference.name).at(-1);
    if (!own || !reference.conflictsWith || !reference.onInvalid || said.includes(reference.name)) return [];
    const clash = reference.conflictsWith.some((test) => passes(test, members));
    if (!clash || reference.onInvalid.reaction !== 'error' || reference.onInvalid.scope !== 'daemon')
      return [];
    const words = reference.conflictsWith.join(', ');
    const about = {
      element: own,
      path: [...path, own.name],
      reaction: reference.onInvalid,
      reference,
      words,
    };
    return [{ ...remark(members.walk, 'relation', about), span: own.span }];
  });
}

function isTrue(condition: Condition, members: Members): boolean {
  if (condition.present !== undefined) return named(members, condition.present).length > 0;
  if (condition.missing !== undefined) return !named(members, condition.missing).at(-1)?.text;
  if (condition.log_format)
    return condition.log_format.includes(named(members, 'log_format').at(-1)?.text ?? '');
  if (condition.anyValue) {
    return Object.entries(condition.anyValue).some(([name, values]) =>
      named(members, name).some((one) => [values].flat().includes(one.text)),
    );
  }
  return condition.when !== undefined && matches(condition.when, members);
}

/** Whether the last value of each named sibling is one of those given. */
function matches(siblings: Siblings, members: Members): boolean {
  return Object.entries(siblings).every(([name, values]) => {
    const text = named(members, name).at(-1)?.text;
    return text !== undefined && [values].flat().includes(text);
  });
}

/** `name`, `name=value`, `name!=number`, `name~pattern`, `parent>child`, `@attribute`. */
function passes(test: string, members: Members): boolean {
  if (test.startsWith('@')) return members.element.attributes.some((one) => one.name === test.slice(1));
  const [, name = test, operator, operand = ''] = /^([\w-]+)(!=|=|~|>)(.*)$/.exec(test) ?? [];
  const found = named(members, name);
  const text = found.at(-1)?.text;
  switch (operator) {
    case '=':
      return text === operand;
    case '!=':
      return text !== undefined && Number.parseInt(text, 10) !== Number(operand);
    case '~':
      return text !== undefined && new RegExp(operand).test(text);
    case '>':
      return found.some((one) => members.walk.children(one).some((child) => child.name === operand));
    default:
      return found.length > 0;
  }
}

function named(members: Members, name: string): readonly Element[] {
  const [parent = name, child] = name.split('>');
  const found = members.all.filter((one) => one.name === parent);
  return child === undefined
    ? found
    : found.flatMap((one) => members.walk.children(one).filter((inner) => inner.name === child));
}

/** The last value of a sibling as a number, in seconds for a duration; its default where it is not written. */
function last(members: Members, name: string): number | undefined {
  const one = named(members, name).at(-1);
  return one
    ? duration(members, one)
    : members.references.find((reference) => reference.name === name)?.defaultSeconds;
}

function duration(members: Members, element: Element): number | undefined {
  const reference = members.references.find(({ name }) => name === element.name);
  return reference && numberIn(reference, element.text);
}
