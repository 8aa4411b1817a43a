/**
 * One overlay of the sandbox: `lower` is what is there from the start, `upper` is what the script changed. Overlaying
 * `/` as a whole is refused by the kernel (its submounts are locked), so each folder that shows through has its own.
 */
export interface Layer {
  /** Names its folders below `seed`, `up` and `work`. */
  readonly name: string;
  /** Where the script sees it. */
  readonly at: string;
  /** Whether the machine's own folder of that path shows through. */
  readonly machine: boolean;
}

/** Wazuh's home on Linux; every path of a response is relative to it. */
export const WAZUH_HOME = '/var/ossec';

/**
 * The layers, outer ones first.
 * @param shown folders of the machine that show through; everything else is made up or empty
 * @param hidden folders in them that do not
 */
export function layersOf(shown: Iterable<string>, hidden: Iterable<string> = []): readonly Layer[] {
  const places = new Map<string, boolean>([
    ...[...shown].map((at) => [at, true] as const),
    ...[...hidden].map((at) => [at, false] as const),
    // A layer of its own, so that a Wazuh that is installed here does not show through.
    [WAZUH_HOME, false],
  ]);
  const below = [...places]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([at, machine], index) => ({ name: nameOf(at, index), at, machine }));
  return [{ name: 'root', at: '/', machine: false }, ...below];
}

/** A name that no option of an overlay stumbles over, and that no other layer has. */
function nameOf(at: string, index: number): string {
  if (at === WAZUH_HOME) return 'ossec';
  return /^\/(?!root$|ossec$)[a-z]\w*$/.test(at) ? at.slice(1) : String(index);
}

/** The layer that a path lies in, and the rest of the path (`''` for the layer's own folder). */
export function place(
  layers: readonly Layer[],
  path: string,
): { readonly layer: Layer; readonly rest: string } {
  const layer = layers.findLast(({ at }) => at === '/' || isIn(at, path));
  if (!layer) throw new Error(`No layer holds ${path}`);
  return { layer, rest: path.slice(layer.at === '/' ? 1 : layer.at.length + 1) };
}

/** Whether a path is a folder or lies in it. */
export function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The path that the script sees, from a path below `up`: `ossec/logs/x` is /var/ossec/logs/x. */
export function seenPath(layers: readonly Layer[], stored: string): string {
  const [name = '', ...rest] = stored.split('/');
  const layer = layers.find((candidate) => candidate.name === name);
  return layer
    ? ['', ...layer.at.split('/'), ...rest].filter((part, at) => at === 0 || part !== '').join('/') || '/'
    : `/${stored}`;
}
