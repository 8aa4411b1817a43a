/**
 * What a field may hold for analysisd to start a response at all: in any other alert it warns (1271, 1272) and starts
 * none (src/analysisd/analysisd.c, 4.14.7). No other field is looked at, and the events of 5.0 are not.
 */
const filters: ReadonlyMap<string, RegExp> = new Map([
  ['data.srcip', /^[a-zA-Z.:_0-9-]*$/],
  ['data.dstuser', /^[a-zA-Z._0-9@?-]*$/],
]);

/** Whether analysisd looks through a field before it starts a response. `path`: from the alert down, `data.srcip`. */
export function isFiltered(path: string): boolean {
  return filters.has(path);
}

/** Whether a response is started for an alert with such a value in a field. */
export function isLetThrough(path: string, value: string): boolean {
  return filters.get(path)?.test(value) ?? true;
}
