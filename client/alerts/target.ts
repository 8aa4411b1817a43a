import type { Json } from '../../wazuh/alert';

/**
 * Where alerts carry what a response acts on, most telling first: addresses, files, accounts. Paths as seen in alerts of
 * each family (sshd, web, Windows, file integrity, VirusTotal, YARA), and the flat names of Wazuh 5.
 */
const paths: readonly (readonly string[])[] = [
  ['data', 'srcip'],
  ['data', 'src_ip'],
  ['data', 'win', 'eventdata', 'ipAddress'],
  ['source.ip'],
  ['source', 'ip'],
  ['data', 'virustotal', 'source', 'file'],
  ['data', 'YARA', 'scanned_file'],
  ['data', 'yara', 'scanned_file'],
  ['data', 'yara_scanned_file'],
  ['data', 'file_path'],
  ['syscheck', 'path'],
  ['data', 'win', 'eventdata', 'targetUserName'],
  ['data', 'dstuser'],
  ['data', 'srcuser'],
];

/** What the alert is about, for a heading: `203.0.113.7`, `/etc/passwd`. undefined where no known field holds text. */
export function target(alert: Json | undefined): string | undefined {
  for (const path of paths) {
    const value = at(alert, path);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** The value at a path of keys; undefined where the path leaves the objects. */
export function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return undefined;
    here = (here as { readonly [key: string]: Json })[key];
  }
  return here;
}

/** The id of the alert's rule, as text. */
export function ruleOf(alert: Json | undefined): string | undefined {
  const id = at(alert, ['rule', 'id']);
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
