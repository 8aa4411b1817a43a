import { child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import type { EndlessWait } from '../tongue';
import { starts } from './acts';
import { callAt, lastName, literal } from './expression';

/** A call that can be given none. */
const noLimit = /^(?:urllib\.request\.|urllib\.|request\.)?urlretrieve$/;

/** Calls that wait for somebody else, and which of their arguments may be the limit, counted from 0. */
const waiting: readonly (readonly [name: RegExp, limit: number])[] = [
  [/^requests\.(?:get|post|put|delete|patch|head|request)$/, Number.POSITIVE_INFINITY],
  [/^(?:urllib\.request\.|urllib2\.|request\.)?urlopen$/, 2],
  [noLimit, Number.POSITIVE_INFINITY],
  [/^(?:http\.client\.)?HTTPS?Connection$/, 2],
  [/^(?:smtplib\.)?SMTP(?:_SSL)?$/, 3],
  [/^socket\.create_connection$/, 1],
];

/** A call that waits for somebody else without an end. */
export function endlessWait(node: SyntaxNode): EndlessWait | undefined {
  const call = callAt(node);
  if (!call || hasLimitForAll(node)) return undefined;
  const { name, positional, named } = call;
  if (starts.test(name)) return byProgram(node);
  const asRequests = sessions(node).has(name.slice(0, name.lastIndexOf('.')))
    ? `requests.${lastName(name)}`
    : name;
  const [, limit] = waiting.find(([pattern]) => pattern.test(asRequests)) ?? [];
  if (limit === undefined) return undefined;
  const given = named.get('timeout') ?? positional[limit];
  if (given ? given.text !== 'None' : hasSplat(node)) return undefined;
  const end = node.end - 1;
  const comma = positional.length + named.size > 0 ? ', ' : '';
  const hasComma = /,\s*\)$/.test(node.text);
  return {
    node,
    caller: name,
    limit:
      given || hasComma || noLimit.test(name)
        ? []
        : [{ span: { start: end, end }, newText: `${comma}timeout=10` }],
  };
}

/** `subprocess.run(["curl", …])` with a limit neither of its own nor of the call. */
function byProgram(node: SyntaxNode): EndlessWait | undefined {
  const call = callAt(node);
  const [first] = call?.positional ?? [];
  if (!call || first?.type !== 'list' || call.named.has('timeout') || call.name.endsWith('Popen'))
    return undefined;
  const words = first.children.filter(({ type }) => !/^[[\],]$|^comment$/.test(type));
  const texts = words.map((word) => literal(word) ?? '');
  if (texts[0] !== 'curl' && texts[0] !== '/usr/bin/curl') return undefined;
  if (words.some(({ type }) => type === 'list_splat')) return undefined;
  if (texts.some((text) => /^(?:-[a-zA-Z]*m\d*|--max-time.*|--speed-time|--version)$/.test(text)))
    return undefined;
  const [program] = words;
  const limit = program
    ? [{ span: { start: program.end, end: program.end }, newText: ', "--max-time", "10"' }]
    : [];
  return { node, caller: 'curl', limit };
}

/** `requests.get(url, **options)`: the limit may be among them. */
function hasSplat(node: SyntaxNode): boolean {
  return (child(node, 'arguments')?.children ?? []).some(({ type }) => /splat/.test(type));
}

/** Names of sessions: `session = requests.Session()`, `with requests.Session() as s`. */
const sessions = oncePerTree((root): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const node of descendants(root, 'assignment', 'as_pattern')) {
    const [name, value] =
      node.type === 'assignment'
        ? [child(node, 'left'), child(node, 'right')]
        : [child(node, 'alias'), node.children[0]];
    if (name && /^requests\.[Ss]ession\(/.test(value?.text ?? '')) names.add(name.text);
  }
  return names;
});

/** A limit for all sockets, or for the script as a whole. */
const hasLimitForAll = oncePerTree((root) =>
  [...descendants(root, 'call')].some((node) =>
    /^(?:socket\.setdefaulttimeout|signal\.alarm|faulthandler\.dump_traceback_later)$/.test(
      callAt(node)?.name ?? '',
    ),
  ),
);
