import { isParsed, type Language } from './language';

/** How each language goes down by one key, at the end of a chain; the key is the group `key`. */
const lastStep = {
  python:
    /(?:\[\s*(?<quote>\\?["'])(?<key>[^"'\\]+)\k<quote>\s*\]|(?<get>\.get\()\s*(?<quoted>\\?["'])(?<got>[^"'\\]+)\k<quoted>(?<rest>\s*(?:,[^()]*)?)\))$/,
  bash: /(?:\.(?<key>[A-Za-z_]\w*)|\.?\[\s*\\?"(?<inBrackets>[^"\\]+)\\?"\s*\]|\.\\?"(?<got>[^"\\]+)\\?")\??$/,
  powershell: /\.(?<key>[A-Za-z_]\w*)$/,
} as const;

type Way = keyof typeof lastStep;

/** The way in which a chain goes down: a shell script has jq, and Python in its words. */
function wayOf(chain: string, language: Language): Way | undefined {
  if (!isParsed(language)) return undefined;
  return language === 'bash' && !/^[.$]/.test(chain) ? 'python' : language;
}

/**
 * The text of a chain that leads to `path`, changed to lead to `meant`: `alert["srcip"]` to `alert["data"]["srcip"]`, and
 * `dig(alert, "srcip")` to `dig(alert, "data.srcip")`. undefined where the keys that differ are not all in this chain, or a
 * key needs quotes that the language does not take.
 */
export function leadingTo(
  chain: string,
  path: string,
  meant: string,
  language: Language,
): string | undefined {
  const [from, to] = [path.split('.'), meant.split('.')];
  if (to.some((key) => !/^[A-Za-z_]\w*$/.test(key))) return undefined;
  let same = 0;
  while (same < from.length - 1 && same < to.length - 1 && from[same] === to[same]) same++;
  const way = wayOf(chain, language);
  const changed = way && bySteps(chain, from.slice(same), to.slice(same), way);
  return changed ?? inText(chain, from, to);
}

function bySteps(
  chain: string,
  from: readonly string[],
  to: readonly string[],
  way: Way,
): string | undefined {
  let start = chain;
  let style: Readonly<Record<string, string | undefined>> | undefined;
  for (const key of from.toReversed()) {
    const step = lastStep[way].exec(start);
    const { key: named, got, inBrackets } = step?.groups ?? {};
    if (!step || (named ?? got ?? inBrackets) !== key) return undefined;
    style ??= step.groups ?? {};
    start = start.slice(0, step.index);
  }
  const { get, rest = '', quote = '"', quoted = quote } = style ?? {};
  const steps = to.map((key, at, all) => {
    if (way !== 'python') return `.${key}`;
    if (get === undefined) return `[${quote}${key}${quote}]`;
    return `.get(${quoted}${key}${quoted}${at === all.length - 1 ? rest : ', {}'})`;
  });
  return start + steps.join('');
}

/** A path that stands in a text of its own, parted by dots, from some key on: the longest that is there. */
function inText(chain: string, from: readonly string[], to: readonly string[]): string | undefined {
  for (let at = 0; at < from.length; at++) {
    const dotted = from.slice(at).join('.').replaceAll('.', String.raw`\.`);
    const text = new RegExp(String.raw`(?<=(["'])(?:\.|parameters\.alert\.)?)${dotted}(?=\1)`);
    const isShared = from.slice(0, at).every((key, index) => key === to[index]);
    if (isShared && text.test(chain)) return chain.replace(text, to.slice(at).join('.'));
  }
  return undefined;
}
