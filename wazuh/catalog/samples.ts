import type { Alert } from '../alert';
import { type CatalogData, json } from './data';

/** What a sample alert shows. */
export interface SampleInfo {
  /** In kebab case, unique: `ssh-brute-force`. */
  readonly name: string;
  /** A few words for a list. */
  readonly title: string;
  /** What a script meets in it, in one or two sentences. */
  readonly description: string;
  /** Alerts of one family carry the same fields: `sshd`, `web`, `windows`, `syscheck`; `trial` for made-up extremes. */
  readonly family: string;
  /** The id of its rule: a stock one, but for `yara-match`. */
  readonly rule: number;
}

/** A sample alert of our own writing, in the full shape that analysisd gives it, with addresses kept for documents. */
export interface Sample extends SampleInfo {
  readonly alert: Alert;
}

/** The list of `data/samples`, the alerts themselves left unread. */
export function sampleList(data: CatalogData): readonly SampleInfo[] {
  return json(data, 'samples/index.json');
}

/** A sample with its alert. */
export function readSample(data: CatalogData, info: SampleInfo): Sample {
  return { ...info, alert: json(data, `samples/${info.name}.json`) };
}
