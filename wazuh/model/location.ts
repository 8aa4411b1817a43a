/** Where a response may run. `server` is the manager itself, `local` the agent that reported the event. */
export type Target = 'server' | 'local' | 'defined-agent' | 'all';

/**
 * The targets that a `<location>` names for Wazuh. It looks for its words anywhere in the text, in any case, so that
 * `localhost` is local and `small` is all (ReadActiveResponses, config/active-response.c, 4.14.7). Empty: error 1302.
 */
export function targets(location: string): readonly Target[] {
  return words.filter(([, word]) => word.test(location)).map(([target]) => target);
}

const words: readonly (readonly [Target, RegExp])[] = [
  ['server', /as|analysisd|server/i],
  ['local', /local/i],
  ['defined-agent', /defined-agent/i],
  ['all', /all|any/i],
];

/**
 * Where a response with several targets really runs: the manager if it is among them, else every agent, else the agent
 * that `<agent_id>` names, else the agent that reported the event (OS_Exec, analysisd/alerts/exec.c, 4.14.7).
 */
export function runsAt(named: readonly Target[]): Target | undefined {
  return precedence.find((target) => named.includes(target));
}

const precedence: readonly Target[] = ['server', 'all', 'defined-agent', 'local'];

/** The words that Wazuh looks for, written in full: a location made of these means what it says. */
export const locationWords: readonly string[] = [
  'local',
  'server',
  'defined-agent',
  'all',
  'any',
  'AS',
  'analysisd',
  'analysis-server',
];
