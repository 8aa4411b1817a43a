import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Role } from '../../wazuh/model';
import { decode } from '../../wazuh/os-xml';

/**
 * What a vector is about. Of `cases`: x the XML dialect, a `<command>` and `<active-response>`, g the other sections.
 * Of `config`: ar, section, agent, and xml, which is damaged XML.
 */
export type VectorKind = 'x' | 'a' | 'g' | 'ar' | 'section' | 'agent' | 'xml';

/** A configuration, and what the daemons of Wazuh 4.14.7 said to it when they were run with `-t`. */
export interface Vector {
  readonly id: string;
  readonly kind: VectorKind;
  readonly role: Role;
  /** What the case is about; only the cases made by hand have one. */
  readonly title: string | undefined;
  readonly text: string;
  /** Whether every daemon that was run ended with 0. */
  readonly accepted: boolean;
  /** The daemons that did not. */
  readonly refusedBy: readonly string[];
  /** The daemons that were run; undefined means all of the role. */
  readonly daemonsRun: readonly string[] | undefined;
  /** `line N: XMLERR: …`, as Wazuh's reader has it: the daemons themselves print `(line 0)`. */
  readonly xmlError: string | undefined;
  readonly messages: readonly DaemonMessage[];
  /** Refused for a file that was not on the machine: not to be counted. */
  readonly machine: boolean;
}

/** A line of a daemon's output: who, `ERROR` and the like, what. */
export type DaemonMessage = readonly [daemon: string, severity: string, text: string];

/** The vectors made by hand, or the ones that were generated. Reads and unpacks the file next to this one. */
export function vectors(set: 'cases' | 'config'): readonly Vector[] {
  const packed = readFileSync(path.join(import.meta.dirname, `${set}.ndjson.gz`));
  const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => vector(JSON.parse(line) as Row));
}

/** A line of the files. */
interface Row {
  readonly id: string;
  readonly kind?: VectorKind;
  readonly role: Role;
  readonly title?: string;
  readonly text?: string;
  /** Instead of `text` where the bytes are no UTF-8. */
  readonly base64?: string;
  readonly accepted: boolean;
  readonly refusedBy: readonly string[];
  readonly daemonsRun?: readonly string[];
  readonly xmlError: string | null;
  readonly messages: readonly DaemonMessage[];
  readonly machine?: boolean;
}

function vector({ base64, xmlError, ...row }: Row): Vector {
  return {
    id: row.id,
    kind: row.kind ?? (row.id.charAt(0) as VectorKind),
    role: row.role,
    title: row.title,
    text: row.text ?? decode(Buffer.from(base64 ?? '', 'base64')).text,
    accepted: row.accepted,
    refusedBy: row.refusedBy,
    daemonsRun: row.daemonsRun,
    xmlError: xmlError ?? undefined,
    messages: row.messages,
    machine: row.machine ?? false,
  };
}
