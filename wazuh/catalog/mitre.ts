import { type CatalogData, json } from './data';

/** A technique or sub-technique of MITRE ATT&CK (Enterprise). */
export interface MitreTechnique {
  /** `T1110`, `T1110.001`. */
  readonly id: string;
  readonly name: string;
  /** Its first tactic, as ATT&CK names it: `Credential Access`. */
  readonly tactic: string;
  /** The technique's page at attack.mitre.org. */
  readonly url: string;
}

/**
 * The techniques that the stock rules name, by id. Names and tactics are MITRE's (© The MITRE Corporation, reproduced
 * under ATT&CK's terms of use), compared with version 18.0; four renamed since carry the older name.
 */
export function mitreTechniques(data: CatalogData): ReadonlyMap<string, MitreTechnique> {
  const file = json<Readonly<Record<string, { name: string; tactic: string }>>>(data, 'mitre.json');
  return new Map(Object.entries(file).map(([id, facts]) => [id, { id, ...facts, url: mitreUrl(id) }]));
}

/** The page of a technique: `T1110.001` is https://attack.mitre.org/techniques/T1110/001/. */
export function mitreUrl(id: string): string {
  return `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;
}
