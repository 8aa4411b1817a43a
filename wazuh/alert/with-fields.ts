import { type Alert, isObject, type Json } from './alert';
import { field } from './field';
import { plausible } from './plausible';
import { tree } from './tree';

/**
 * An alert with more fields, with values that they may well hold. What it has already stays, and nothing is put below a
 * value that is no object.
 * @param paths as in an alert: `data.srcip`, `rule.groups[]`
 */
export function withFields(alert: Alert, paths: readonly string[]): Alert {
  const decoder = field(alert, 'decoder.name');
  const missing = paths.filter((path) => field(alert, path) === undefined);
  const more = tree(
    missing.map((path) => [path, plausible(path, typeof decoder === 'string' ? decoder : '')]),
  );
  return merged(alert, more);
}

function merged(one: Alert, other: Alert): Alert {
  const result: Record<string, Json> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = result[key];
    if (before === undefined) result[key] = value;
    else if (isObject(before) && isObject(value)) result[key] = merged(before, value);
  }
  return result;
}
