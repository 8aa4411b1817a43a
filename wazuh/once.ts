/** A value that is made on the first call and kept. What `make` throws is thrown, and made anew on the next call. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * What `make` makes of an object, made once for each and kept for as long as that is. Only for what never changes, and a
 * `make` that always makes the same of it.
 */
export function onceFor<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const kept = made.get(key) ?? make(key);
    made.set(key, kept);
    return kept;
  };
}
