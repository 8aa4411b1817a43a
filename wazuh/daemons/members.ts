import type { Condition, ElementReference, Siblings } from '../catalog';
import type { Element } from '../os-xml';
import { numberIn } from './text';
import type { Walk } from './walk';

/** The children of a block by name, as rules between them see it. */
export interface Members {
  readonly element: Element;
  readonly all: readonly Element[];
  readonly references: readonly ElementReference[];
  readonly walk: Walk;
}

/** The children of a name; for `parent>child` those of all parents. */
export function named(members: Members, name: string): readonly Element[] {
  const [parent = name, child] = name.split('>');
  const found = members.all.filter((one) => one.name === parent);
  return child === undefined
    ? found
    : found.flatMap((one) => members.walk.children(one).filter((inner) => inner.name === child));
}

/** Whether a condition holds for a block. */
export function isTrue(condition: Condition, members: Members): boolean {
  const lastText = (name: string) => named(members, name).at(-1)?.text;
  if (condition.present !== undefined) return named(members, condition.present).length > 0;
  if (condition.missing !== undefined) return !lastText(condition.missing);
  if (condition.lacksAttribute !== undefined) return !passes(`@${condition.lacksAttribute}`, members);
  if (condition.filled !== undefined) return !!lastText(condition.filled);
  if (condition.log_format) return condition.log_format.includes(lastText('log_format') ?? '');
  if (condition.anyValue) {
    return Object.entries(condition.anyValue).some(([name, values]) =>
      named(members, name).some((one) => [values].flat().includes(one.text)),
    );
  }
  return condition.when !== undefined && matches(condition.when, members);
}

/** Whether the last value of each named sibling is one of those given. */
export function matches(siblings: Siblings, members: Members): boolean {
  return Object.entries(siblings).every(([name, values]) => {
    const text = named(members, name).at(-1)?.text;
    return text !== undefined && [values].flat().includes(text);
  });
}

/** `name`, `name=value`, `name!=number`, `name~pattern`, `parent>child`, `@attribute`. */
export function passes(test: string, members: Members): boolean {
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

/** The last value of a sibling as a number, in seconds for a duration; its default where it is not written. */
export function lastNumber(members: Members, name: string): number | undefined {
  const one = named(members, name).at(-1);
  const reference = members.references.find((each) => each.name === name);
  return one ? reference && numberIn(reference, one.text) : reference?.defaultSeconds;
}
