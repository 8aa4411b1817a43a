import type { System } from './catalog';

/** Where Wazuh 4.14 lives on an endpoint. Absolute paths, in the system's own spelling. */
export interface Home {
  /** The folder of the installation: the working directory of every response. */
  readonly home: string;
  /** The folder that `<executable>` names a file of. */
  readonly scripts: string;
  /** The log that responses write to, collected by the stock `<localfile>` and matched by rules 600 to 650. */
  readonly log: string;
  readonly configuration: string;
}

const homes: Readonly<Record<System, Home>> = {
  linux: {
    home: '/var/ossec',
    scripts: '/var/ossec/active-response/bin',
    log: '/var/ossec/logs/active-responses.log',
    configuration: '/var/ossec/etc/ossec.conf',
  },
  macos: {
    home: '/Library/Ossec',
    scripts: '/Library/Ossec/active-response/bin',
    log: '/Library/Ossec/logs/active-responses.log',
    configuration: '/Library/Ossec/etc/ossec.conf',
  },
  windows: {
    home: 'C:\\Program Files (x86)\\ossec-agent',
    scripts: 'C:\\Program Files (x86)\\ossec-agent\\active-response\\bin',
    log: 'C:\\Program Files (x86)\\ossec-agent\\active-response\\active-responses.log',
    configuration: 'C:\\Program Files (x86)\\ossec-agent\\ossec.conf',
  },
};

/** Where Wazuh lives on a system, unless it was installed elsewhere. */
export function home(system: System): Home {
  return homes[system];
}
