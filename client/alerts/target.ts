import { type Alert, field } from '../../wazuh/alert';

/**
 * Where alerts carry what a response acts on, most telling first: addresses, files, accounts. Paths as seen in alerts of
 * each family (sshd, web, Windows, VirusTotal, YARA, file integrity), and the flat names of Wazuh 5.
 */
const paths: readonly string[] = [
  'data.srcip',
  'data.src_ip',
  'data.win.eventdata.ipAddress',
  'source.ip',
  'data.virustotal.source.file',
  'data.YARA.scanned_file',
  'data.yara.scanned_file',
  'data.file_path',
  'syscheck.path',
  'data.win.eventdata.targetUserName',
  'data.dstuser',
  'data.srcuser',
];

/** What the alert is about, for a heading: `203.0.113.7`, `/etc/passwd`. undefined where no known field holds text. */
export function target(alert: Alert): string | undefined {
  for (const path of paths) {
    const value = field(alert, path);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** The id of the alert's rule, as text. */
export function ruleOf(alert: Alert): string | undefined {
  const id = field(alert, 'rule.id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
