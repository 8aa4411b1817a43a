/** What stands for a secret. */
const MASK = '…';

/** Names under which secrets go: of a parameter, a header, a member of JSON. */
const secretName = String.raw`[\w.-]*(?:token|secret|passw(?:or)?d|passphrase|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|signature)|pwd|pass|key|auth|authorization|cookie`;

/** `token=…`, `"password": "…"`, `X-Api-Key: …`; what stands in front of the secret is kept. */
const named = new RegExp(
  String.raw`((?<![\w.-])["']?(?:${secretName})["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|(?:(?:bearer|basic|token|bot) )?[^\s&"',;}]+)`,
  'gi',
);

/** Whoever sends this may come in: `Authorization: Bearer …`. */
const bearer = /\b((?:bearer|basic|token) )[\w.~+/=-]{8,}/gi;

/** `https://user:password@host`. */
const userInfo = /(:\/\/[^\s:@/]*:)[^\s@/]+@/g;

/** A part of a path, or the value of a parameter. */
const part = /(?<=[/=:])[\w.~:+-]{16,}(?=$|[\s/?&#"'])/g;

/** A text with the secrets in it masked: passwords and keys by their names, and in addresses what looks like a token. */
export function masked(text: string): string {
  return text
    .replaceAll(named, (_, name: string, value: string) => name + quotedLike(value))
    .replaceAll(bearer, `$1${MASK}`)
    .replaceAll(userInfo, `$1${MASK}@`)
    .replaceAll(/https?:\/\/\S+/g, (url) => url.replaceAll(part, (piece) => (isToken(piece) ? MASK : piece)));
}

function quotedLike(value: string): string {
  const [first = ''] = value;
  return first === '"' || first === "'" ? `${first}${MASK}${first}` : MASK;
}

/** Whether a word was drawn by lot: letters and digits mixed as no name has them, and not the hash of a file. */
function isToken(word: string): boolean {
  if (/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(word)) return false;
  const changes = word.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z]{1}[A-Z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes >= 3;
}
