/** What a field tells of, as far as its name says. */
export type Meaning =
  | 'source address'
  | 'target address'
  | 'account'
  | 'account of the source'
  | 'file'
  | 'URL'
  | 'MD5'
  | 'SHA-1'
  | 'SHA-256'
  | 'program'
  | 'command line'
  | 'process number';

/** Last keys of paths by what they mean (lower case, without `_` and `-`), the best known first. */
const names: readonly (readonly [Meaning, readonly string[]])[] = [
  [
    'source address',
    'srcip ipaddress sourceip srcaddr sourceaddress clientip remoteip remip callerip remoteaddr remoteaddress attackerip ip ipaddressv4'.split(
      ' ',
    ),
  ],
  ['target address', 'dstip destip destinationip dstaddr dstaddress'.split(' ')],
  ['account', 'dstuser targetusername targetuser user username userid account accountname'.split(' ')],
  ['account of the source', 'srcuser subjectusername sourceuser'.split(' ')],
  ['file', 'path file filepath filename scannedfile targetfilename'.split(' ')],
  ['URL', 'url uri requesturi'.split(' ')],
  ['MD5', 'md5after md5 md5before'.split(' ')],
  ['SHA-1', 'sha1after sha1 sha1before'.split(' ')],
  ['SHA-256', 'sha256after sha256 sha256before hash'.split(' ')],
  ['program', 'image exe process processname program'.split(' ')],
  ['command line', 'commandline command cmd cmdline'.split(' ')],
  ['process number', 'pid processid'.split(' ')],
];

/** What a key means, and how well known it is for that: 0 for the best known. */
export function meaningOf(key: string): { readonly meaning: Meaning; readonly rank: number } | undefined {
  const plain = key.toLowerCase().replaceAll(/[_-]/g, '');
  for (const [meaning, keys] of names) {
    const rank = keys.indexOf(plain);
    if (rank !== -1) return { meaning, rank };
  }
  return undefined;
}

/**
 * The family of events that alone has a field: `win` for what Windows logs, `syscheck` for file integrity, `aws`;
 * undefined for the names that decoders share.
 */
export function familyOf(path: string): string | undefined {
  const [top = '', source = '', ...more] = path.split('.');
  if (top === 'syscheck') return top;
  return top === 'data' && more.length > 0 ? source : undefined;
}
