/** Whom and what a made-up alert is about. Addresses and names are from the ranges kept for documents (RFC 5737, 2606). */
export const cast = {
  attacker: '203.0.113.45',
  victim: '198.51.100.10',
  user: 'alice',
  host: 'web-01',
  manager: 'wazuh-manager',
  /** 2025-10-14, as Wazuh writes it and as ISO 8601 in UTC. */
  time: '2025-10-14T09:21:37.214+0000',
  utc: '2025-10-14T09:21:37.214Z',
} as const;

const md5 = '0f4d7a1c9b3e5d2886c1e7f09a4b5d63';
const sha1 = '6b1f0e9c2d47a85b3f60c4de71928a5f0b3c9d14';
const sha256 = '2f9d1c47a06be85d3c71f04a9be6d215870f3a9cd4e1b6527c08f3d59a1e4b76';

/** Values by the last key of a path, in lower case without `_` and `-`; the first line that matches counts. */
const values: readonly (readonly [RegExp, string])[] = [
  [/^(dst|dest|destination|target|local|server)(ip|addr|address)$/, cast.victim],
  [/^(ip|ipaddress|ipaddressv4|src|srcip|sourceip|srcaddr|clientip|remip|actoripaddress)$/, cast.attacker],
  [/(client|caller|remote|source|origin|peer|login|src|user).*(ip|addr|address|ipaddressv4)$/, cast.attacker],
  [/(ip|ipaddress|ipaddr|ipv4)$/, cast.attacker],
  [/^(dst|dest|destination|server|local)port$/, '22'],
  [/(port|ipport)$/, '51432'],
  [/^(srcuser|logname|subjectusername)$/, 'mallory'],
  [/(domainname|accountdomain)$/, 'EXAMPLE'],
  [/(usersid|targetsid)$|^sid$/, 'S-1-5-21-1004336348-1177238915-682003330-1103'],
  [/(email|userid|userkey|mail|upn|sender|recipients?)$/, 'alice@example.org'],
  [/(user|username|account|accountname|actor|principal|login)$/, cast.user],
  [/(computer|hostname|host|systemname|workstationname|devname|devicename|machine)$/, cast.host],
  [/^(targetfilename|originalfilename|imageloaded)$/, 'C:\\Users\\Public\\dropper.exe'],
  [/^(parentimage|parentcommandline)$/, 'C:\\Windows\\explorer.exe'],
  [/^currentdirectory$/, 'C:\\Users\\Public\\'],
  [/(path|file|filename|filepath|scannedfile|logfile)$/, '/tmp/dropper.bin'],
  [/(url|uri|requesturi)$/, '/index.php?id=1'],
  [/md5$/, md5],
  [/sha1$/, sha1],
  [/(sha256|hash)$/, sha256],
  [/^hashes$/, `SHA1=${sha1.toUpperCase()},MD5=${md5.toUpperCase()},SHA256=${sha256.toUpperCase()}`],
  [
    /(guid|uuid|contextid|systemid|systemsid|applicationid|organizationid|scriptblockid)$/,
    '8d1f3c52-4e0b-4c7a-9b61-2f5a7d90c3e4',
  ],
  [/(time|timestamp|date|at|createdat|updatedat|utctime)$/, cast.utc],
  [/^(uid|euid|gid|auid|keylength)$/, '0'],
  [/^(uname|gname)$/, 'root'],
  [/^cve$/, 'CVE-2024-3094'],
  [/^(process|exe)$/, '/usr/bin/bash'],
  [/^processname$/, 'C:\\Windows\\System32\\svchost.exe'],
  [/^image$/, 'C:\\Users\\Public\\dropper.exe'],
  [/(commandline|command|cmd)$/, '/usr/bin/id'],
  [/^(proto|protocol)$/, 'TCP'],
  [/(useragent)$/, 'Mozilla/5.0'],
  [/(method)$/, 'GET'],
  [/^(action|operation)$/, 'blocked'],
  [/(severity|level|priority|score)$/, '3'],
  [/^(tty)$/, 'ssh'],
  [/^(pwd|cwd)$/, '/home/alice'],
  [/(version)$/, '1.0'],
  [/^(substatus)$/, '0xc0000064'],
  [/(status|result|outcome)$/, 'failure'],
  [/(message|msg|description|title|text|scriptblocktext)$/, 'Made up for a trial run'],
  [/(country)$/, 'ZZ'],
  [
    /(code|number|total|count|size|bytes|length|eventid|eventrecordid|processid|threadid|pid|duration)$/,
    '4625',
  ],
  [/id$/, '1042'],
];

/** Values of fields whose last key alone would mislead; where the decoder decides, it stands in front. */
const exact: Readonly<Record<string, string>> = {
  'web-accesslog data.id': '404',
  'web-accesslog data.protocol': 'GET',
  'data.win.system.eventID': '4625',
  'data.win.eventdata.logonType': '3',
  'data.win.eventdata.integrityLevel': 'High',
  'data.win.system.channel': 'Security',
  'data.win.system.providerName': 'Microsoft-Windows-Security-Auditing',
  'data.win.system.severityValue': 'AUDIT_FAILURE',
  'data.win.system.keywords': '0x8010000000000000',
  'data.win.system.opcode': '0',
  'data.win.system.task': '12544',
  'data.virustotal.found': '1',
  'data.virustotal.malicious': '1',
  'data.virustotal.positives': '51',
  'data.virustotal.total': '68',
  'data.virustotal.permalink': 'https://www.virustotal.com/gui/file/example',
  'data.integration': 'custom',
  'syscheck.event': 'modified',
  ...events('added', 'syscheck_new_entry', 'syscheck_registry_key_added', 'syscheck_registry_value_added'),
  ...events(
    'deleted',
    'syscheck_deleted',
    'syscheck_registry_key_deleted',
    'syscheck_registry_value_deleted',
  ),
  'syscheck.mode': 'realtime',
  'syscheck.arch': '[x64]',
  'syscheck.value_name': 'dropper',
  'syscheck.value_type': 'REG_SZ',
  'syscheck_registry_key_modified syscheck.changed_attributes[]': 'mtime',
  'syscheck.changed_attributes[]': 'sha256',
  'syscheck.diff': '1c1\n< old line\n---\n> new line\n',
  'syscheck.perm_after': 'rw-r--r--',
  'syscheck.perm_before': 'rw-r--r--',
};

/** What file integrity says that happened, by the decoder of each kind (src/syscheckd and analysisd/decoders/syscheck.c). */
function events(event: string, ...decoders: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(decoders.map((decoder) => [`${decoder} syscheck.event`, event]));
}

/** Values of file integrity that were another before: what has changed is not as it was. */
const before: readonly (readonly [RegExp, string])[] = [
  [/^md5before$/, 'a3c0e5f7192b4d6880fe13c5a7b9d2e4'],
  [/^sha1before$/, '1d2e3f405162738495a6b7c8d9eafb0c1d2e3f40'],
  [/^sha256before$/, '9b8a7c6d5e4f30211203f4e5d6c7b8a9908172635445362718f9e0d1c2b3a495'],
  [/^sizebefore$/, '4096'],
  [/^mtimebefore$/, '2025-10-13T08:00:00'],
  [/^inodebefore$/, '1041'],
  [/^permbefore$/, 'rwxr-xr-x'],
  [/^(uid|gid)before$/, '1000'],
  [/^(uname|gname)before$/, 'alice'],
];

/** Files and keys by the decoder of file integrity. */
function watched(decoder: string): string | undefined {
  if (!decoder.startsWith('syscheck')) return undefined;
  return decoder.startsWith('syscheck_registry')
    ? 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'
    : '/tmp/dropper.bin';
}

/**
 * A value that the field at a path may well hold: always the same one for the same path and decoder. Texts, as decoders
 * give them.
 */
export function plausible(path: string, decoder: string): string {
  const known = exact[`${decoder} ${path}`] ?? exact[path];
  if (known !== undefined) return known;
  const file = path === 'syscheck.path' ? watched(decoder) : undefined;
  if (file !== undefined) return file;
  const key = path.slice(path.lastIndexOf('.') + 1).replaceAll('[]', '');
  const bare = key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const old = path.startsWith('syscheck.') ? before.find(([pattern]) => pattern.test(bare)) : undefined;
  if (old) return old[1];
  const plain = bare.replace(/(after|before)$/, '');
  return values.find(([pattern]) => pattern.test(plain))?.[1] ?? `made-up ${key}`;
}

/** Words of a command line by the names of the variables that they go to; the first line that matches counts. */
const wordValues: readonly (readonly [RegExp, string])[] = [
  [/rules?$|signatures?$/, '/usr/local/share/rules.yar'],
  [
    /(script|binary|bin|dir|folder|directory|home|root|prefix)$|^(?!.*(?:file|target|threat|malware|sample))[a-z]+path$/,
    '/usr/local/bin',
  ],
  [/(url|uri|webhook|endpoint|hook)$/, 'https://example.org/hook'],
  [/(host|server|firewall|router|gateway)$/, cast.victim],
  [/(key|token|secret|password|pass)$/, 'made-up-secret'],
  [/(seconds|minutes|hours|timeout|duration|port|count|limit)$/, '60'],
];

/** Words about the tool that a script runs, and whom it calls: no alert is about them. */
export const aboutTheTool: ReadonlySet<string> = new Set(wordValues.map(([, word]) => word));

/** A word of `<extra_args>` that a variable of this name may well get. */
export function plausibleWord(variable: string): string {
  const plain = variable.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  // In an alert the target is the victim; for a response it is whom it acts on.
  if (/^target(ip|addr|address)$/.test(plain)) return cast.attacker;
  const known = wordValues.find(([pattern]) => pattern.test(plain))?.[1];
  const value = known ?? plausible(variable, '');
  return /\s/.test(value) ? 'word' : value;
}
