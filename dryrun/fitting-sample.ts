import { fieldsRead, type Script } from '../script-checks';
import { field } from '../wazuh/alert';
import type { Catalog, Sample } from '../wazuh/catalog';

/** What most responses act on: an address and an account, a file, and where else files and addresses are named. */
const usual: readonly string[] = [
  'ssh-brute-force',
  'file-added',
  'virustotal-malware',
  'yara-match',
  'windows-brute-force',
];

/** The sample alert to try a script with where nobody chose one: that with the most of the fields that it reads. */
export function fittingSample(script: Script, facts: Catalog): Sample | undefined {
  const paths = new Set(fieldsRead(script).map(({ path }) => path));
  const samples = facts.sampleAlerts();
  const order = [...usual.flatMap((one) => samples.find((sample) => sample.name === one) ?? []), ...samples];
  const has = ({ alert }: Sample) => [...paths].filter((path) => field(alert, path) !== undefined).length;
  return order.toSorted((a, b) => has(b) - has(a))[0];
}
