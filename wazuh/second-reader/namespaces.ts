/** The namespaces that prefixes stand for; `''` is the one of elements without a prefix. */
export type Scope = ReadonlyMap<string, string>;

const xml = 'http://www.w3.org/XML/1998/namespace';
const xmlns = 'http://www.w3.org/2000/xmlns/';

/** What is known before the first declaration. */
export const outermost: Scope = new Map([['xml', xml]]);

/** The scope inside of an element with these attributes; in the words of expat, why a declaration is none. */
export function scopeWithin(
  outer: Scope,
  attributes: readonly (readonly [name: string, value: string])[],
): Scope | string {
  const declarations = attributes.flatMap(([name, uri]) => {
    const prefix = declaredPrefix(name);
    return prefix === undefined ? [] : [{ prefix, uri }];
  });
  const wrong = declarations.map(objection).find((words) => words !== undefined);
  if (wrong !== undefined || declarations.length === 0) return wrong ?? outer;
  return new Map([...outer, ...declarations.map(({ prefix, uri }) => [prefix, uri] as const)]);
}

/** The prefix that an attribute declares, `''` for `xmlns` alone; undefined if it is no declaration. */
export function declaredPrefix(name: string): string | undefined {
  return name === 'xmlns' ? '' : /^xmlns:(.*)$/s.exec(name)?.[1];
}

function objection({ prefix, uri }: { readonly prefix: string; readonly uri: string }): string | undefined {
  if (prefix === 'xmlns') return 'reserved prefix (xmlns) must not be declared or undeclared';
  if (prefix === 'xml') {
    return uri === xml
      ? undefined
      : 'reserved prefix (xml) must not be undeclared or bound to another namespace name';
  }
  if (prefix !== '' && uri === '') return 'must not undeclare prefix';
  return uri === xml || uri === xmlns
    ? 'prefix must not be bound to one of the reserved namespace names'
    : undefined;
}

/**
 * A name as ElementTree writes it: its namespace in braces, then the name itself. `plain` is the namespace of a name
 * without a prefix. undefined where nobody has declared the prefix.
 */
export function expanded(name: string, scope: Scope, plain: string): string | undefined {
  const colon = name.indexOf(':');
  const uri = colon < 0 ? plain : scope.get(name.slice(0, colon));
  if (uri === undefined) return undefined;
  return uri === '' ? name : `{${uri}}${name.slice(colon + 1)}`;
}
