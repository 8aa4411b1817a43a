/** A value that is made on the first call and kept. What `make` throws is thrown, and made anew on the next call. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
