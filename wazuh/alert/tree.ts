import type { Alert, Json } from './alert';

/** A value and the path that it stands at. */
export type Entry = readonly [path: string, value: Json];

/**
 * The object that holds values at their paths: `data.srcip`; `[]` behind a key stands for an array of one element. A key
 * of digits belongs to the one before it (`cmmc_v2.0`), and `*` is some key. Where one path runs through another's
 * value, that value is left out.
 */
export function tree(entries: readonly Entry[]): Alert {
  return grow(entries.map(([path, value]) => [path.split(/\.(?!\d+(?:\.|$))/), value]));
}

type Branch = readonly [keys: readonly string[], value: Json];

function grow(branches: readonly Branch[]): Alert {
  const members = new Map<string, Branch[]>();
  for (const [[key = '', ...rest], value] of branches) {
    const known = members.get(key) ?? [];
    members.set(key, known);
    known.push([rest, value]);
  }
  return Object.fromEntries([...members].map(([key, under]) => member(key, under)));
}

function member(key: string, under: readonly Branch[]): readonly [string, Json] {
  const deeper = under.filter(([keys]) => keys.length > 0);
  let value: Json = deeper.length > 0 ? grow(deeper) : (under[0]?.[1] ?? null);
  let name = key;
  for (; name.endsWith('[]'); name = name.slice(0, -2)) value = [value];
  return [name === '*' ? 'example' : name, value];
}
