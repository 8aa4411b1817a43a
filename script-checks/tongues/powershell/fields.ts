import { accessChains } from '../../access-chain';
import type { Held, MessageRead, Path } from '../../message-read';

const root = /\$(?:\w+:)?(\w+)/g;

/** What stands before a chain that is assigned: its first group is the variable. */
const assigned = /\$(?:\w+:)?(\w+)\s*=\s*\(*\s*(?:ConvertFrom-Json\s+(?:-InputObject\s+)?)?\(*$/i;

/** A variable that gets what execd writes: as text, or as what `ConvertFrom-Json` makes of it. */
const fromStdin =
  /\$(?:\w+:)?(\w+)\s*=[^\n;]*?(?:\[(?:System\.)?Console\]::(?:In\.|ReadLine|OpenStandardInput)|\$input\b|\bRead-Host\b)/gi;

/** `([Console]::In.ReadLine() | ConvertFrom-Json).parameters.alert`: what is taken of it at once. */
const stepsBehind = /\bConvertFrom-Json\b[^()\n]*\)((?:\??\.[A-Za-z_]\w*)+)\s*;?\s*$/i;

/** What a PowerShell script reads of execd's message: properties of it, or of variables that hold a part of it. */
export function* powershellReads(code: string): Iterable<MessageRead> {
  const holds = new Map<string, Held>([['input', { path: [], sure: true }]]);
  const fresh = [...code.matchAll(fromStdin)];
  const note = (read: RegExpExecArray | undefined) => {
    const steps = stepsBehind.exec(code.slice(read?.index ?? 0).split('\n', 1)[0] ?? '')?.[1] ?? '';
    const path = steps.match(/\w+/g) ?? [];
    holds.set((read?.[1] ?? '').toLowerCase(), { path, sure: true });
  };
  for (const chain of accessChains(code, root)) {
    while (fresh[0] && fresh[0].index < chain.span.start) note(fresh.shift());
    const before = code.slice(Math.max(0, chain.span.start - 120), chain.span.start);
    const variable = assigned.exec(before)?.[1];
    const held = heldBy(chain.root.toLowerCase(), chain.names, holds);
    if (held && variable) holds.set(variable.toLowerCase(), held);
    // A bare variable is a use of what was read before, not another read.
    if (held && chain.names.length > 0)
      yield { path: asWritten(held.path), sure: held.sure, span: chain.span, variable, choice: undefined };
  }
}

function heldBy(name: string, names: readonly string[], holds: ReadonlyMap<string, Held>): Held | undefined {
  const parameters = names.findIndex((each) => each.toLowerCase() === 'parameters');
  if (parameters !== -1) return { path: names.slice(parameters), sure: true };
  const held = holds.get(name);
  if (held) return { path: [...held.path, ...names], sure: held.sure };
  if (name === 'parameters') return { path: [name, ...names], sure: false };
  return name === 'alert' ? { path: ['parameters', name, ...names], sure: false } : undefined;
}

/** Names that PowerShell finds in any case, in that in which Wazuh writes them. */
const known = new Map(
  'version origin command parameters extra_args alert program rule agent manager data syscheck decoder predecoder location timestamp full_log win eventdata system'
    .split(' ')
    .map((name) => [name, name]),
);

function asWritten(path: Path): Path {
  const isWindows = path.some((key) => typeof key === 'string' && key.toLowerCase() === 'win');
  return path.map((key) => {
    if (typeof key !== 'string') return key;
    const name = known.get(key.toLowerCase());
    return name ?? (isWindows ? key.slice(0, 1).toLowerCase() + key.slice(1) : key);
  });
}
