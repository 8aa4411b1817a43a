import type { Memento, Uri } from 'vscode';
import { type AlertSource, storedSource } from '../alerts/alert-source';

/** What was chosen for a script the last time. */
export interface Remembered {
  readonly source: AlertSource;
  readonly title: string;
  /** Seconds; 0 for a stateless run. */
  readonly timeout: number;
  readonly command: string | undefined;
  readonly extraArgs: string;
}

/** What was chosen last for a script in this workspace; undefined the first time, or where it cannot be read. */
export function recall(memory: Memento, script: Uri): Remembered | undefined {
  const stored = memory.get<Partial<Record<keyof Remembered, unknown>>>(key(script));
  const source = storedSource(stored?.source);
  if (!stored || !source) return undefined;
  const { title, timeout, command, extraArgs } = stored;
  return {
    source,
    title: typeof title === 'string' ? title : '',
    timeout: typeof timeout === 'number' ? timeout : 0,
    command: typeof command === 'string' ? command : undefined,
    extraArgs: typeof extraArgs === 'string' ? extraArgs : '',
  };
}

/** Keeps a choice for the next time. */
export function remember(memory: Memento, script: Uri, choice: Remembered): Thenable<void> {
  return memory.update(key(script), choice);
}

function key(script: Uri): string {
  return `wazuh.dryRun.choice ${script.toString()}`;
}
