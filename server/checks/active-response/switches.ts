import type { Element } from '../../../wazuh/os-xml';

/** The children of `<active-response>` that an agent reads (os_execd/config.c, wmodules-agent-upgrade.c, 4.14.7). */
const switches: readonly string[] = ['disabled', 'repeated_offenders', 'ca_store', 'ca_verification'];

/** Whether an agent reads this child of its `<active-response>`. */
export function isSwitch({ name }: Element): boolean {
  return switches.includes(name);
}
