/** Execd's line with a value of each kind that responses look for, in the order in which Wazuh 4.14 writes them. */
const message = {
  version: 1,
  origin: { name: 'node01', module: 'wazuh-execd' },
  command: 'add',
  parameters: {
    extra_args: [],
    alert: {
      timestamp: '2025-10-14T09:21:37.214+0000',
      rule: {
        level: 10,
        description: 'Something happened',
        id: '100100',
        mitre: { id: ['T1110'], tactic: ['Credential Access'], technique: ['Brute Force'] },
        firedtimes: 2,
        mail: false,
        groups: ['local', 'attack'],
      },
      agent: { id: '001', name: 'web-01', ip: '198.51.100.10' },
      manager: { name: 'wazuh-manager' },
      id: '1760433697.10007',
      full_log:
        'Oct 14 09:21:37 web-01 app[24617]: src=203.0.113.45 user=alice ppid=24901 pid=24990 exe="/usr/bin/nc"',
      syscheck: {
        path: '/var/www/html/shell.php',
        mode: 'realtime',
        size_after: '31',
        uname_after: 'www-data',
        md5_after: 'd41d8cd98f00b204e9800998ecf8427e',
        sha256_after: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        event: 'added',
      },
      predecoder: { program_name: 'app', timestamp: 'Oct 14 09:21:37', hostname: 'web-01' },
      decoder: { parent: 'app', name: 'app' },
      data: {
        srcip: '203.0.113.45',
        srcport: '51418',
        dstip: '198.51.100.10',
        srcuser: 'eve',
        dstuser: 'alice',
        url: '/login',
        src_ip: '203.0.113.45',
        dest_ip: '198.51.100.10',
        virustotal: { source: { file: '/var/www/html/shell.php', md5: 'd41d8cd98f00b204e9800998ecf8427e' } },
        audit: { ppid: '24901', pid: '24990', exe: '/usr/bin/nc', command: 'nc' },
        win: { eventdata: { targetUserName: 'alice', ipAddress: '203.0.113.45', processId: '4711' } },
      },
      location: '/var/log/auth.log',
    },
    program: 'active-response/bin/response',
  },
} as const;

/** A text, and from where to where each value reaches in it, the key included; outer ones come before inner ones. */
export interface Spelled {
  readonly text: string;
  readonly values: readonly { readonly path: string; readonly start: number; readonly end: number }[];
}

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** What a typical message says at which place. */
export const typicalMessage: Spelled = spelled(message);

/** The path of the innermost value at an offset: `parameters.alert.agent.ip`; empty for the message as a whole. */
export function pathAt({ values }: Spelled, offset: number): string {
  return values.findLast(({ start, end }) => start <= offset && offset < end)?.path ?? '';
}

/** The paths at which a key has its first and its last value. */
export function firstAndLast(key: string): Readonly<Record<'first' | 'last', string | undefined>> {
  const named = typicalMessage.values.filter(({ path }) => path === key || path.endsWith(`.${key}`));
  return { first: named[0]?.path, last: named.at(-1)?.path };
}

/** The path of the piece with this number, counted from 1, between marks; undefined where there are not so many. */
export function pieceAt(mark: string, number: number): string | undefined {
  const pieces = typicalMessage.text.split(mark);
  const before = pieces.slice(0, number - 1).reduce((sum, piece) => sum + piece.length + mark.length, 0);
  return number < 1 || number > pieces.length ? undefined : pathAt(typicalMessage, before);
}

function spelled(whole: Value): Spelled {
  const values: { path: string; start: number; end: number }[] = [];
  let text = '';
  const write = (value: Value, path: string): void => {
    if (typeof value !== 'object') {
      text += JSON.stringify(value);
      return;
    }
    const isList = Array.isArray(value);
    text += isList ? '[' : '{';
    for (const [at, [key, inner]] of Object.entries(value).entries()) {
      if (at > 0) text += ',';
      const place = { path: path === '' ? key : `${path}.${key}`, start: text.length, end: 0 };
      values.push(place);
      if (!isList) text += `${JSON.stringify(key)}:`;
      write(inner, place.path);
      place.end = text.length;
    }
    text += isList ? ']' : '}';
  };
  write(whole, '');
  return { text, values };
}
