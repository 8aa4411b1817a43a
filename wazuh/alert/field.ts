import { type Alert, isObject, type Json } from './alert';

/**
 * What stands at a path of an alert: `data.srcip`, `rule.groups[0]`, `rule.groups.0`. A key may itself contain dots
 * (`data.docker.Actor.Attributes.com.docker.compose.project`); `[]` at the end stands for the array itself. Case counts,
 * as in jq and Python. undefined where there is nothing.
 */
export function field(alert: Alert, path: string): Json | undefined {
  const steps = path
    .replaceAll(/\[(\d*)\]/g, '.$1')
    .replace(/\.+$/, '')
    .split('.');
  return follow(alert, steps, 0);
}

function follow(value: Json | undefined, steps: readonly string[], from: number): Json | undefined {
  if (from === steps.length) return value;
  if (isArray(value)) return follow(value[Number(steps[from] || Number.NaN)], steps, from + 1);
  if (!isObject(value)) return undefined;
  // The first key that leads to the end: usually one step, more where keys contain dots.
  for (let to = from + 1; to <= steps.length; to++) {
    const key = steps.slice(from, to).join('.');
    const found = Object.hasOwn(value, key) ? follow(value[key], steps, to) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The paths of all values in an alert, in its order, each once: `data.srcip`; `rule.groups[]` for the elements of an array. */
export function fieldPaths(alert: Alert): readonly string[] {
  return [...new Set(leaves(alert, ''))];
}

function* leaves(value: Json, path: string): Iterable<string> {
  if (isArray(value)) {
    for (const each of value) yield* leaves(each, `${path}[]`);
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value))
      yield* leaves(each, path === '' ? key : `${path}.${key}`);
  } else if (path !== '') {
    yield path;
  }
}

/** `Array.isArray` that knows read-only arrays. */
function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
