/** A release line of Wazuh that the product knows. */
export type WazuhVersion = '4.14' | '5.0';

/** What a release can do: asked wherever the answer matters, so that a new release is a new row. */
export interface Features {
  /** `<command>` and manager-side `<active-response>` in the configuration. */
  readonly commandsInConfiguration: boolean;
  /** The words execd uses for doing and undoing. */
  readonly verbs: { readonly add: string; readonly delete: string };
  /** Where the alert's fields are: under `parameters.alert`, or flat (`source.ip`). */
  readonly alertShape: 'nested' | 'flat';
}

const table: Readonly<Record<WazuhVersion, Features>> = {
  '4.14': {
    commandsInConfiguration: true,
    verbs: { add: 'add', delete: 'delete' },
    alertShape: 'nested',
  },
  '5.0': {
    commandsInConfiguration: false,
    verbs: { add: 'enable', delete: 'disable' },
    alertShape: 'flat',
  },
};

/** The features of a release. */
export function features(version: WazuhVersion): Features {
  return table[version];
}
