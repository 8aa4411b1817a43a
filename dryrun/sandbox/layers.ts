/**
 * One overlay of the sandbox: `lower` is what is there from the start, `upper` is what the script changed. Overlaying
 * `/` as a whole is refused by the kernel (its submounts are locked), so each top-level folder has its own.
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

/** Machine folders that show through, where they are there. Everything else is made up or empty. */
const shared = ['etc', 'usr', 'var', 'opt', 'srv', 'nix', 'bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];

/**
 * The layers, outer ones first.
 * @param folders names of the top-level folders of the machine that are folders, not links
 */
export function layersOf(folders: readonly string[]): readonly Layer[] {
  return [
    { name: 'root', at: '/', machine: false },
    ...shared
      .filter((name) => folders.includes(name))
      .map((name) => ({ name, at: `/${name}`, machine: true })),
    // A layer of its own, so that a Wazuh that is installed here does not show through.
    { name: 'ossec', at: WAZUH_HOME, machine: false },
  ];
}

/** Links at the top that keep their place: `/bin` to `usr/bin`. */
export function isSharedLink(name: string): boolean {
  return shared.includes(name);
}

/** The layer that a path lies in, and the rest of the path (`''` for the layer's own folder). */
export function place(
  layers: readonly Layer[],
  path: string,
): { readonly layer: Layer; readonly rest: string } {
  const layer = layers.findLast(({ at }) => at === '/' || path === at || path.startsWith(`${at}/`));
  if (!layer) throw new Error(`No layer holds ${path}`);
  return { layer, rest: path.slice(layer.at === '/' ? 1 : layer.at.length + 1) };
}

/** The path that the script sees, from a path below `up`: `ossec/logs/x` is /var/ossec/logs/x. */
export function seenPath(layers: readonly Layer[], stored: string): string {
  const [name = '', ...rest] = stored.split('/');
  const layer = layers.find((candidate) => candidate.name === name);
  return layer
    ? ['', ...layer.at.split('/'), ...rest].filter((part, at) => at === 0 || part !== '').join('/') || '/'
    : `/${stored}`;
}
