import { accessChains } from '../../access-chain';
import type { Held, MessageRead } from '../../message-read';

const root = /\$(?:\w+:)?(\w+)/g;

/** What stands before a chain that is assigned: its first group is the variable. */
const assigned = /\$(?:\w+:)?(\w+)\s*=\s*(?:ConvertFrom-Json\s+(?:-InputObject\s+)?)?\(*$/i;

/** A variable that gets what execd writes: as text, or as what `ConvertFrom-Json` makes of it. */
const fromStdin =
  /\$(?:\w+:)?(\w+)\s*=[^\n;]*?(?:\[(?:System\.)?Console\]::(?:In\.|ReadLine|OpenStandardInput)|\$input\b|\bRead-Host\b)/gi;

/** What a PowerShell script reads of execd's message: properties of it, or of variables that hold a part of it. */
export function* powershellReads(code: string): Iterable<MessageRead> {
  const holds = new Map<string, Held>([['input', { path: [], sure: true }]]);
  const fresh = [...code.matchAll(fromStdin)];
  for (const chain of accessChains(code, root)) {
    while (fresh[0] && fresh[0].index < chain.span.start)
      holds.set((fresh.shift()?.[1] ?? '').toLowerCase(), { path: [], sure: true });
    const before = code.slice(Math.max(0, chain.span.start - 120), chain.span.start);
    const variable = assigned.exec(before)?.[1];
    const held = heldBy(chain.root.toLowerCase(), chain.names, holds);
    if (held && variable) holds.set(variable.toLowerCase(), held);
    // A bare variable is a use of what was read before, not another read.
    if (held && chain.names.length > 0) yield { ...held, span: chain.span, variable };
  }
}

function heldBy(name: string, names: readonly string[], holds: ReadonlyMap<string, Held>): Held | undefined {
  const parameters = names.findIndex((each) => each.toLowerCase() === 'parameters');
  if (parameters !== -1) return { path: ['parameters', ...names.slice(parameters + 1)], sure: true };
  const held = holds.get(name);
  if (held) return { path: [...held.path, ...names], sure: held.sure };
  if (name === 'parameters') return { path: [name, ...names], sure: false };
  return name === 'alert' ? { path: ['parameters', name, ...names], sure: false } : undefined;
}
