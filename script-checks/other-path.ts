import type { Language } from './language';

/** How each language goes down by one key, at the end of a chain; the key is the group `key`. */
const lastStep: Readonly<Record<Exclude<Language, 'other'>, RegExp>> = {
  python:
    /(?:\[\s*(?<quote>["'])(?<key>[^"']+)\k<quote>\s*\]|(?<get>\.get\()\s*(?<quoted>["'])(?<got>[^"']+)\k<quoted>(?<rest>\s*(?:,[^()]*)?)\))$/,
  bash: /\.(?<key>[A-Za-z_]\w*)\??$/,
  powershell: /\.(?<key>[A-Za-z_]\w*)$/,
};

/**
 * The text of a chain that leads to `path`, changed to lead to `meant`: `alert["srcip"]` to `alert["data"]["srcip"]`.
 * undefined where the keys that differ are not all in this chain, or a key needs quotes that the language does not take.
 */
export function leadingTo(
  chain: string,
  path: string,
  meant: string,
  language: Exclude<Language, 'other'>,
): string | undefined {
  const [from, to] = [path.split('.'), meant.split('.')];
  if (to.some((key) => !/^[A-Za-z_]\w*$/.test(key))) return undefined;
  let same = 0;
  while (same < from.length - 1 && same < to.length - 1 && from[same] === to[same]) same++;
  let start = chain;
  let style: RegExpExecArray | undefined;
  for (const key of from.slice(same).reverse()) {
    const step = lastStep[language].exec(start);
    if (!step || (step.groups?.key ?? step.groups?.got) !== key) return undefined;
    style ??= step;
    start = start.slice(0, step.index);
  }
  const { get, rest = '', quote = '"', quoted = quote } = style?.groups ?? {};
  const steps = to.slice(same).map((key, at, all) => {
    if (language !== 'python') return `.${key}`;
    if (get === undefined) return `[${quote}${key}${quote}]`;
    return `.get(${quoted}${key}${quoted}${at === all.length - 1 ? rest : ', {}'})`;
  });
  return start + steps.join('');
}
