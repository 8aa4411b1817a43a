/** A release line of Wazuh that the product knows. */
export type WazuhVersion = '4.14' | '5.0';

/**
 * What a release can do: asked wherever the answer matters, so that a new release is a new row.
 * Read from Wazuh's source, v4.14.7 and v5.0.0-beta4.
 */
export interface Features {
  /**
   * `<command>` and manager-side `<active-response>` in the configuration. Without it, responses are made in the
   * dashboard and fired by its monitors; `<command>` is an unknown section and the manager does not read
   * `<active-response>`.
   */
  readonly commandsInConfiguration: boolean;
  /** `<location>server</location>`: a response that runs on the manager itself. */
  readonly runsOnManager: boolean;
  /** Whether execd on an agent reads `<repeated_offenders>` (5.0 too, although its documents call it gone). */
  readonly repeatedOffenders: boolean;
  /** `etc/shared/ar.conf`, from which execd learns executables and timeouts; without it, the message itself says them. */
  readonly arConf: boolean;
  /** `PUT /active-response` of the management API. */
  readonly apiRun: boolean;
  /** The manager's own file: home, path in it, and the root element. Agents keep `etc/ossec.conf` and `ossec_config`. */
  readonly manager: { readonly home: string; readonly configuration: string; readonly root: string };
  /** The words execd uses for doing and undoing. `check_keys`, `continue` and `abort` are the same everywhere. */
  readonly verbs: { readonly add: string; readonly delete: string };
  /**
   * Where the alert's fields are in the message: nested under `parameters.alert`, or flat: at the root of the message,
   * beside `wazuh` and `command`.
   */
  readonly alertShape: 'nested' | 'flat';
  /** Paths in the message where the executables that Wazuh ships look for their target, in their order. */
  readonly targets: { readonly address: readonly string[]; readonly user: readonly string[] };
  /** Path in the message of the extra arguments. */
  readonly extraArguments: string;
  /** Executables that 4.14 ships and this release does not: what does their work now, or null. */
  readonly goneExecutables: Readonly<Record<string, string | null>>;
}

const table: Readonly<Record<WazuhVersion, Features>> = {
  '4.14': {
    commandsInConfiguration: true,
    runsOnManager: true,
    repeatedOffenders: true,
    arConf: true,
    apiRun: true,
    manager: { home: '/var/ossec', configuration: 'etc/ossec.conf', root: 'ossec_config' },
    verbs: { add: 'add', delete: 'delete' },
    alertShape: 'nested',
    targets: {
      address: [
        'parameters.alert.data.win.eventdata.ipAddress',
        'parameters.alert.data.win.eventdata.destinationIp',
        'parameters.alert.data.srcip',
      ],
      user: ['parameters.alert.data.dstuser'],
    },
    extraArguments: 'parameters.extra_args',
    goneExecutables: {},
  },
  '5.0': {
    commandsInConfiguration: false,
    runsOnManager: false,
    repeatedOffenders: true,
    arConf: false,
    apiRun: false,
    manager: {
      home: '/var/wazuh-manager',
      configuration: 'etc/wazuh-manager.conf',
      root: 'wazuh_config',
    },
    verbs: { add: 'enable', delete: 'disable' },
    alertShape: 'flat',
    targets: { address: ['source.ip'], user: ['user.name'] },
    extraArguments: 'wazuh.active_response.extra_arguments',
    goneExecutables: {
      'default-firewall-drop': 'block-ip',
      'firewall-drop': 'block-ip',
      'firewalld-drop': 'block-ip',
      'host-deny': 'block-ip',
      'ip-customblock': null,
      ipfw: 'block-ip',
      kaspersky: null,
      'kaspersky.py': null,
      'netsh.exe': 'block-ip',
      npf: 'block-ip',
      pf: 'block-ip',
      'restart-wazuh': null,
      'restart-wazuh.exe': null,
      'restart.sh': null,
      'route-null': 'block-ip',
      'route-null.exe': 'block-ip',
      'wazuh-slack': null,
    },
  },
};

/** The features of a release. */
export function features(version: WazuhVersion): Features {
  return table[version];
}
