import type { Span } from '../wazuh/span';

/** A key of an object, or a position in a list. */
export type Key = string | number;

/** The keys from execd's message down: none for the message itself. */
export type Path = readonly Key[];

/** What a value is of execd's message. */
export interface Held {
  readonly path: Path;
  /** Whether it was followed from a read of the message; else a name is all that speaks for it. */
  readonly sure: boolean;
}

/** One place where a script reads a part of execd's message. Of several that may be read there, one each, with one span. */
export interface MessageRead extends Held {
  readonly span: Span;
  /** The variable that the value is assigned to, where the text says so. */
  readonly variable: string | undefined;
  /** Reads of the same choice stand for one value, of which the first that is there counts: `a // b`, `a or b`. */
  readonly choice: number | undefined;
}

/** More ways than these to one value are not looked at. */
const mostWays = 16;

/** What is held, each path once; that which is sure counts. */
export function distinct(held: readonly Held[]): readonly Held[] {
  const byPath = new Map<string, Held>();
  for (const each of held) {
    const name = JSON.stringify(each.path);
    if (each.sure || !byPath.has(name)) byPath.set(name, each);
  }
  return [...byPath.values()].slice(0, mostWays);
}

/** What lies below, by each of some keys. */
export function below(held: readonly Held[], keys: readonly Path[]): readonly Held[] {
  return distinct(held.flatMap(({ path, sure }) => keys.map((more) => ({ path: [...path, ...more], sure }))));
}

/** Without what is only on the way to another one. */
export function farthest(held: readonly Held[]): readonly Held[] {
  return held.filter(({ path }) => !held.some((other) => isOnTheWay(path, other.path)));
}

function isOnTheWay(path: Path, to: Path): boolean {
  return path.length < to.length && path.every((key, at) => key === to[at]);
}
