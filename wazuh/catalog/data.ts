/**
 * Reads one file of `wazuh/catalog/data` by its name in that folder: `mitre.json`, `samples/ssh-brute-force.json`.
 * The edge passes it in (it is the only I/O of the catalog); it may throw if the file is gone.
 */
export type CatalogData = (name: string) => string;

/** The content of a JSON file of the catalog. Throws an error that names the file. */
export function json<T>(data: CatalogData, name: string): T {
  return parse(readText(data, name), `catalog file ${name}`);
}

/** The content of a file of one JSON value a line. Throws an error that names the file and the line, from 1. */
export function jsonLines<T>(data: CatalogData, name: string): readonly T[] {
  return readText(data, name)
    .trimEnd()
    .split('\n')
    .map((line, index) => parse<T>(line, `catalog file ${name}, line ${index + 1}`));
}

function readText(data: CatalogData, name: string): string {
  try {
    return data(name);
  } catch (cause) {
    throw new Error(`catalog file ${name}: cannot be read`, { cause });
  }
}

function parse<T>(text: string, where: string): T {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${where}: not JSON`, { cause });
  }
}
