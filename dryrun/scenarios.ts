/** One thing that happens to a running execd. */
export type Act =
  /** An alert of the rule: the one that was given, or the same about another target. */
  | { readonly kind: 'alert'; readonly about: 'the target' | 'another target' }
  /** The clock is moved until everything that is pending is due. */
  | { readonly kind: 'wait' };

/** One way of running a script. */
export interface Scenario {
  readonly name: string;
  readonly acts: readonly Act[];
}

const alert: Act = { kind: 'alert', about: 'the target' };
const other: Act = { kind: 'alert', about: 'another target' };
const wait: Act = { kind: 'wait' };

/** Every scenario that can be asked for. */
export const scenarios = [
  { name: 'add', acts: [alert] },
  { name: 'add-delete', acts: [alert, wait] },
  { name: 'abort', acts: [alert, alert] },
  { name: 'two-targets', acts: [alert, other] },
] as const satisfies readonly Scenario[];

export type ScenarioName = (typeof scenarios)[number]['name'];

/** Run beside the scenario of a stateful script: what its handshake is worth. */
export const probe: Scenario = { name: 'probe', acts: [alert, alert, other] };
