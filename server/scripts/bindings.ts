import { type Configuration, fate, trigger } from '../../wazuh/model';

/** A response in force that runs a script: what the script's own checks want to know of it. */
export interface Binding {
  /** The file that `<executable>` names. */
  readonly executable: string;
  /** Seconds until it is undone, or 0 for never. */
  readonly timeout: number;
  /** What `<extra_args>` says; empty without. */
  readonly extraArgs: string;
  /** The rules that it is bound to by id. */
  readonly rules: readonly number[];
  /** Whether a level or a group binds it to more. */
  readonly more: boolean;
}

/** The responses that a configuration puts into force. Agents bind none. */
export function bindingsIn(configuration: Configuration): readonly Binding[] {
  if (configuration.role !== 'manager') return [];
  return configuration.responses.flatMap((response): readonly Binding[] => {
    const outcome = fate(configuration, response);
    const executable = outcome.kind === 'bound' ? outcome.command?.executable?.text : undefined;
    if (outcome.kind !== 'bound' || executable === undefined) return [];
    const { ids, level, group } = trigger(response);
    return [
      {
        executable,
        timeout: outcome.timeout,
        extraArgs: outcome.command?.extraArgs?.text ?? '',
        rules: ids.map(({ id }) => id),
        more: level > 0 || group !== undefined,
      },
    ];
  });
}
