import type { PanelState } from './state';

/** What the web side asks of the host. */
export type FromPanel =
  /** The page stands and wants its state. */
  | { readonly type: 'ready' }
  /** Run the script again. `stepping`: wait for `next` before each act. */
  | { readonly type: 'run'; readonly scenario: string; readonly stepping: boolean }
  /** Go on with the act that the run waits for; `toEnd`: and do not wait again. */
  | { readonly type: 'next'; readonly toEnd: boolean }
  | { readonly type: 'changeAlert' }
  /** Ask what the script should do, and write it into the script. */
  | { readonly type: 'sayExpected' }
  | { readonly type: 'cancel' }
  | { readonly type: 'copyReport' }
  /** Show the script at a line (zero-based). */
  | { readonly type: 'openLine'; readonly line: number }
  /** Show the page that explains a finding. */
  | { readonly type: 'explain'; readonly code: string }
  /** Apply the editor's quick fix for a finding. */
  | { readonly type: 'fix'; readonly code: string };

/** What the host tells the web side: always the whole state, so that a page that was away misses nothing. */
export interface ToPanel {
  readonly type: 'state';
  readonly state: PanelState;
}

/** Reads a message from the web side. undefined for anything that is not one: a webview is a boundary. */
export function fromPanel(value: unknown): FromPanel | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const { type, scenario, stepping, toEnd, line, code }: Partial<Record<string, unknown>> = { ...value };
  switch (type) {
    case 'ready':
    case 'changeAlert':
    case 'sayExpected':
    case 'cancel':
    case 'copyReport':
      return { type };
    case 'run':
      return typeof scenario === 'string' ? { type, scenario, stepping: stepping === true } : undefined;
    case 'next':
      return { type, toEnd: toEnd === true };
    case 'openLine':
      return Number.isInteger(line) && Number(line) >= 0 ? { type, line: Number(line) } : undefined;
    case 'explain':
    case 'fix':
      return typeof code === 'string' ? { type, code } : undefined;
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
