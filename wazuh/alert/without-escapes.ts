import { type Alert, isObject, type Json } from './alert';

/**
 * An alert whose JSON has no backslash: quotation marks become apostrophes, backslashes slashes, line ends blanks. A script
 * that loses backslashes while it reads is shown the rest of what it does by such a one.
 */
export function withoutEscapes(alert: Alert): Alert {
  return Object.fromEntries(Object.entries(alert).map(([key, value]) => [key, plain(value)]));
}

function plain(value: Json): Json {
  if (typeof value === 'string')
    return value.replaceAll('"', "'").replaceAll('\\', '/').replaceAll(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value) ? withoutEscapes(value) : value;
}
