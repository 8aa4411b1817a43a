import path from 'node:path';
import { systemOf } from '../script-checks';
import { scriptDocument } from '../server/scripts/document';
import { knowledgeOf } from '../server/scripts/knowledge';
import { scriptProblems } from '../server/scripts/problems';
import type { CheckedFile } from './checked-file';
import type { Io } from './io';
import { type Around, surroundingsOfScript } from './surroundings';

/** A script that the user named. */
export interface NamedScript {
  readonly named: string;
  readonly uri: string;
  readonly bytes: Uint8Array;
}

/** A script with what its text shows to be wrong, by what the configurations around it bind to it. */
export async function checkedScript(
  io: Io,
  { named, uri, bytes }: NamedScript,
  options: Around & { readonly disabled: readonly string[] },
): Promise<CheckedFile> {
  // A byte order mark is a fault of its own, so it must stay.
  const script = await io.readScript(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), named);
  const around = await surroundingsOfScript(io, uri, options);
  const { executable } = await io.disk.state(uri);
  const bindings = [...around.workspace.bindings.values()]
    .flat()
    .filter((binding) => binding.executable === path.basename(named));
  const known = knowledgeOf(bindings, executable, around);
  const parsed = await io.askInterpreter(script);
  return {
    path: named,
    document: scriptDocument(uri, script),
    kind: { role: 'script', system: systemOf(script) },
    diagnostics: scriptProblems(script, { ...known, parsed }, options.disabled),
  };
}
