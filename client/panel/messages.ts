import type { PanelState } from './state';

/** What the web side asks of the host. */
export type FromPanel =
  /** The page stands and wants its state. */
  | { readonly type: 'ready' }
  | { readonly type: 'runAgain' }
  | { readonly type: 'changeAlert' }
  | { readonly type: 'cancel' }
  | { readonly type: 'copyReport' }
  /** Show the script at a line (zero-based). */
  | { readonly type: 'openLine'; readonly line: number };

/** What the host tells the web side: always the whole state, so that a page that was away misses nothing. */
export interface ToPanel {
  readonly type: 'state';
  readonly state: PanelState;
}

/** Reads a message from the web side. undefined for anything that is not one: a webview is a boundary. */
export function fromPanel(value: unknown): FromPanel | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'runAgain':
    case 'changeAlert':
    case 'cancel':
    case 'copyReport':
      return { type: value.type };
    case 'openLine':
      return 'line' in value && Number.isInteger(value.line) && Number(value.line) >= 0
        ? { type: 'openLine', line: Number(value.line) }
        : undefined;
    default:
      return undefined;
  }
}

/** Reads a message from the host, or the state that the page kept while it was hidden. */
export function toPanel(value: unknown): ToPanel | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('type' in value) || value.type !== 'state' || !('state' in value)) return undefined;
  const { state } = value;
  if (typeof state !== 'object' || state === null || !('kind' in state)) return undefined;
  const known = state.kind === 'running' || state.kind === 'finished' || state.kind === 'stopped';
  // The kind is proof enough: host and page come out of one build.
  return known ? { type: 'state', state: state as PanelState } : undefined;
}
