import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type Entry, file, folder } from './entry';

/**
 * What is taken of the machine's /etc, and why: settings without which programs do not run as they do on a host. All of
 * it came with packages; what somebody set up here (servers, jobs, accounts, mounts, keys) is not among it. Without a
 * star it is a file, a link, or a folder with all that is in it.
 */
const taken: readonly (readonly [what: string, why: string])[] = [
  ['ld.so.cache', 'where libraries are'],
  ['ld.so.conf', 'where libraries are, for ldconfig'],
  ['ld.so.conf.d', 'where libraries are, for ldconfig'],
  ['alternatives', 'awk, iptables, java and their like are links into it'],
  ['nsswitch.conf', 'how names and accounts are looked up'],
  ['host.conf', 'how names are looked up'],
  ['gai.conf', 'which address is tried first'],
  ['protocols', 'names of protocols, for firewalls'],
  ['services', 'names of ports, for firewalls'],
  ['ethertypes', 'names of protocols, for firewalls'],
  ['networks', 'names of networks'],
  ['rpc', 'names of services'],
  ['netconfig', 'names of transports'],
  ['iproute2', 'names of routing tables'],
  ['login.defs', 'what useradd, usermod and chage go by'],
  ['adduser.conf', 'what adduser goes by'],
  ['deluser.conf', 'what deluser goes by'],
  ['default/useradd', 'what useradd goes by'],
  ['skel', 'what a new home holds'],
  ['shells', 'which shells an account may have'],
  ['pam.conf', 'passwd, chage and su ask it'],
  ['pam.d', 'passwd, chage and su ask it'],
  ['security', 'what the modules of PAM go by'],
  ['libaudit.conf', 'passwd and usermod read it'],
  ['os-release', 'which system it is'],
  ['lsb-release', 'which system it is'],
  ['debian_version', 'which system it is'],
  ['redhat-release', 'which system it is'],
  ['fedora-release', 'which system it is'],
  ['system-release', 'which system it is'],
  ['SuSE-release', 'which system it is'],
  ['alpine-release', 'which system it is'],
  ['arch-release', 'which system it is'],
  ['localtime', 'what time it is'],
  ['timezone', 'what time it is'],
  ['locale.conf', 'the language of messages'],
  ['locale.alias', 'the language of messages'],
  ['terminfo', 'what terminals can do'],
  ['inputrc', 'keys of a line that is typed'],
  ['bash.bashrc', 'what an interactive bash reads'],
  ['magic', 'what file goes by'],
  ['magic.mime', 'what file goes by'],
  ['mime.types', 'what mail and Python go by'],
  ['mke2fs.conf', 'what programs of file systems go by'],
  ['xattr.conf', 'which attributes of files are copied'],
  ['ssl/openssl.cnf', 'what encryption goes by'],
  ['ssl/certs/ca-certificates.crt', 'whom programs trust'],
  ['ssl/cert.pem', 'whom programs trust'],
  ['ssl/ca-bundle.pem', 'whom programs trust'],
  ['pki/tls/openssl.cnf', 'what encryption goes by'],
  ['pki/tls/cert.pem', 'whom programs trust'],
  ['pki/tls/certs', 'whom programs trust'],
  ['pki/ca-trust/extracted/pem', 'whom programs trust'],
  ['crypto-policies', 'what encryption goes by'],
  ['gnutls', 'what encryption goes by'],
  ['gss', 'Python and curl look for it'],
  ['python*', 'what Python starts with'],
  ['perl', 'what Perl starts with'],
  ['java*', 'what Java starts with'],
  ['php', 'what PHP starts with'],
  ['xtables', 'names that ebtables goes by'],
];

/** Of /var: an index of packages is none of a response, but this is where one system keeps whom programs trust. */
const elsewhere = ['/var/lib/ca-certificates/ca-bundle.pem'];

/** Bytes. Whom a system trusts fills 250 kB. */
const BIGGEST = 1_000_000;

const MOST = 2000;

const DEPTH = 6;

/** Half of the alternatives are pages of a manual. */
const manual = /\.gz$/;

/** What is taken of the machine's /etc, as files of the sandbox's own. What not everybody may read is not among it. */
export function etc(): readonly Entry[] {
  const entries: Entry[] = [];
  const names = readable('/etc', (path) => readdirSync(path)) ?? [];
  for (const [what] of taken) {
    const found = what.endsWith('*') ? names.filter((name) => name.startsWith(what.slice(0, -1))) : [what];
    for (const name of found) copy(`/etc/${name}`, DEPTH, entries);
  }
  for (const path of elsewhere) copy(path, 0, entries);
  return entries;
}

function copy(path: string, depth: number, entries: Entry[]): void {
  const stats = readable(path, (at) => lstatSync(at, { throwIfNoEntry: false }));
  if (!stats || entries.length >= MOST) return;
  const mode = stats.mode & 0o777;
  if (stats.isSymbolicLink()) {
    const target = readable(path, (at) => readlinkSync(at));
    if (target !== undefined) entries.push({ kind: 'link', path, target });
  } else if (stats.isDirectory() && (mode & 0o005) === 0o005) {
    entries.push(folder(path, mode));
    if (depth > 0)
      for (const name of readable(path, (at) => readdirSync(at)) ?? [])
        if (!manual.test(name)) copy(`${path}/${name}`, depth - 1, entries);
  } else if (stats.isFile() && (mode & 0o004) !== 0 && stats.size <= BIGGEST) {
    const content = readable(path, (at) => readFileSync(at));
    if (content) entries.push(file(path, content, mode));
  }
}

/** The machine changes while it is read, and may refuse: what is not there is left out. */
function readable<T>(path: string, read: (path: string) => T): T | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}
