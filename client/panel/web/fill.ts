/**
 * Shows one element for each item, in order. An element whose item is the same as before stays as it is: what the user
 * has opened stays open, and what has the focus keeps it.
 */
export function fill<T>(place: HTMLElement, items: readonly T[], made: (item: T) => HTMLElement): void {
  const shown = [...place.children];
  items.forEach((item, index) => {
    const like = JSON.stringify(item);
    const old = shown[index];
    if (old instanceof HTMLElement && drawn.get(old) === like) return;
    const fresh = made(item);
    drawn.set(fresh, like);
    if (old) old.replaceWith(fresh);
    else place.append(fresh);
  });
  for (const rest of shown.slice(items.length)) rest.remove();
}

/** What each element shows, as JSON. */
const drawn = new WeakMap<HTMLElement, string>();
