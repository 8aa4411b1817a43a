/** ms for which a reading of the machine is good: to make it takes longer than to set up a sandbox. */
const GOOD = 60_000;

/**
 * Reads something, or gives what was read a moment ago.
 * @param good ms for which it is good
 */
export function reading<T extends object>(read: () => T, good = GOOD): () => T {
  let latest: { readonly value: T; readonly at: number } | undefined;
  return () => {
    const now = performance.now();
    if (!latest || now - latest.at > good) latest = { value: read(), at: now };
    return latest.value;
  };
}
