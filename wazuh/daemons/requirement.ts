import type { Reaction, Requirement, Siblings } from '../catalog';
import type { Element } from '../os-xml';
import { installation } from './installation';
import { isTrue, lastNumber, type Members, matches, named, passes } from './members';
import type { Remark } from './remark';
import { type Block, remark, type Walk } from './walk';

/** What the rules between the children of a block come to: those that do not hold, as remarks. */
export function requirements(walk: Walk, { element, path, children, requires }: Block): readonly Remark[] {
  const members: Members = { element, all: walk.children(element), references: children, walk };
  let gaveUp = false;
  const broken = requires.flatMap((rule): readonly Remark[] => {
    if (gaveUp || rule.scopeOfRule === 'file' || !holdsHere(rule, walk)) return [];
    const found = breakers(rule, members);
    gaveUp = rule.scope === 'block' && found.length > 0;
    return found.map((at) => relation(members, rule, at, path));
  });
  const said = requires.flatMap(({ conflict = [], conflictValue = [] }) => [...conflict, ...conflictValue]);
  return [...broken, ...conflicts(members, path, said)];
}

function relation(members: Members, rule: Requirement, at: Element, path: readonly string[]): Remark {
  const { walk, element } = members;
  const reaction = reactionOf(rule, saysOf(rule, members));
  if (at !== element)
    return remark(walk, 'relation', { element: at, path: [...path, at.name], reaction, words: rule.words });
  return remark(walk, 'relation', { element, path, reaction, words: rule.words, span: element.nameSpan });
}

/** What a daemon does when a rule does not hold. */
export function reactionOf(rule: Requirement, says: string | undefined = rule.says): Reaction {
  const word = rule.reaction ?? (rule.conflict ? 'error' : 'silent');
  const reaction = word.startsWith('error') ? 'error' : word.startsWith('warning') ? 'warning' : 'silent';
  return {
    reaction,
    ...(rule.messageId === undefined ? {} : { messageId: rule.messageId }),
    ...(says === undefined ? {} : { says }),
    scope: rule.scope ?? 'daemon',
    effect: rule.words,
  };
}

/** What Wazuh writes, with the name of what is missing filled in. */
function saysOf(rule: Requirement, members: Members): string | undefined {
  if (rule.saysNone && !rule.oneOf?.some((name) => named(members, name).length > 0)) return rule.saysNone;
  return rule.says?.replace('{missing}', () => missingOf(rule, members) ?? '');
}

function missingOf({ allOf = [] }: Requirement, members: Members): string | undefined {
  return allOf.find((name) => named(members, name).length === 0)?.split('>')[0];
}

function holdsHere(rule: Requirement, { role }: Walk): boolean {
  return !rule.appliesTo || rule.appliesTo.includes(installation(role));
}

/** The elements at which a rule is broken: the block itself where something is missing; none where it holds. */
function breakers(rule: Requirement, members: Members): readonly Element[] {
  if (rule.unless?.some((condition) => isTrue(condition, members))) return [];
  if (rule.when && !matches(rule.when, members)) return [];
  if (!holds(rule, members))
    return [rule.oneOf?.flatMap((name) => named(members, name)).at(-1) ?? members.element];
  return atChildren(rule, members);
}

/** Whether the children that a rule wants are there. */
function holds({ allOf, nonEmpty, allOfNonEmpty, anyOf, oneOf }: Requirement, members: Members): boolean {
  const isThere = (name: string) => named(members, name).length > 0;
  const isFilled = (name: string) => named(members, name).some(({ text }) => text !== '');
  if (allOf) return allOf.every(nonEmpty ? (name) => !!named(members, name).at(-1)?.text : isThere);
  if (allOfNonEmpty) return allOfNonEmpty.every(isFilled);
  if (anyOf) return anyOf.some((test) => passes(test, members));
  return !oneOf || oneOf.filter(isThere).length === 1;
}

/** The children that a rule does not want, or not so. */
function atChildren(rule: Requirement, members: Members): readonly Element[] {
  const last = (name: string) => named(members, name).slice(-1);
  const where = <Value>(
    siblings: Readonly<Record<string, Value>>,
    isBad: (one: Element, value: Value) => boolean,
  ) => Object.entries(siblings).flatMap(([name, value]) => last(name).filter((one) => isBad(one, value)));
  if (rule.conflict) {
    const found = rule.conflict.flatMap(last);
    return found.length === rule.conflict.length ? found.slice(-1) : [];
  }
  if (rule.conflictValue) return rule.conflictValue.flatMap(last);
  if (rule.zero !== undefined) return lastNumber(members, rule.zero) === 0 ? last(rule.zero) : [];
  if (typeof rule.equals === 'object')
    return where(rule.equals, ({ text }, value) => ![value].flat().includes(text));
  if (rule.matching) return where(rule.matching, ({ text }, pattern) => !new RegExp(pattern).test(text));
  if (rule.notMatching) return where(rule.notMatching, ({ text }, pattern) => new RegExp(pattern).test(text));
  return typeof rule.atLeast === 'object' ? tooLow(rule.atLeast, members) : [];
}

/** The durations that are below the sibling which they must reach; the block where only a default is. */
function tooLow(pairs: Siblings, members: Members): readonly Element[] {
  return Object.entries(pairs).flatMap(([larger, smaller]) => {
    const [a, b] = [lastNumber(members, larger), lastNumber(members, String(smaller))];
    return a !== undefined && b !== undefined && a < b
      ? [named(members, larger).at(-1) ?? members.element]
      : [];
  });
}

/** Elements that exclude others by their own entry; those in `said` were spoken of by a rule of the block. */
function conflicts(members: Members, path: readonly string[], said: readonly string[]): readonly Remark[] {
  return members.references.flatMap((reference): readonly Remark[] => {
    if (!reference.conflictsWith || !reference.onInvalid || said.includes(reference.name)) return [];
    const own = named(members, reference.name).at(-1);
    if (!own) return [];
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
      span: own.span,
    };
    return [remark(members.walk, 'relation', about)];
  });
}
