/** What a shipped program looks for in an alert: an address, or a user. */
export type NeededField = 'srcip' | 'dstuser';

/** The shipped programs that need a field of the alert (src/active-response, 4.14.7). */
const fields: Readonly<Record<string, NeededField>> = {
  'firewall-drop': 'srcip',
  'default-firewall-drop': 'srcip',
  'firewalld-drop': 'srcip',
  pf: 'srcip',
  ipfw: 'srcip',
  npf: 'srcip',
  'host-deny': 'srcip',
  'route-null': 'srcip',
  'ip-customblock': 'srcip',
  'netsh.exe': 'srcip',
  'route-null.exe': 'srcip',
  'disable-account': 'dstuser',
};

/** The field that an executable looks for, or undefined where it is none of the shipped ones or needs none. */
export function neededField(executable: string | undefined): NeededField | undefined {
  return executable !== undefined && Object.hasOwn(fields, executable) ? fields[executable] : undefined;
}
