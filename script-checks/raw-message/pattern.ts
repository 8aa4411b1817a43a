/** How a tool writes its patterns. */
export type Dialect = 'basic' | 'extended';

/** Characters: nobody writes a longer pattern by hand. */
const longest = 300;

const classes: Readonly<Record<string, string>> = {
  space: String.raw`\s`,
  blank: String.raw` \t`,
  digit: '0-9',
  alpha: 'A-Za-z',
  alnum: 'A-Za-z0-9',
  xdigit: '0-9A-Fa-f',
};

/** A pattern of sed, grep or Python, written as JavaScript does. What stands before `\K` counts like the rest. */
export function asJavaScript(pattern: string, dialect: Dialect): string {
  const named = pattern.replace(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole);
  const plain =
    dialect === 'extended'
      ? named
      : named.replace(/\\?[(){}|+?]/g, (found) => (found.startsWith('\\') ? found.slice(1) : `\\${found}`));
  return plain.replaceAll('(?P<', '(?<').replaceAll(String.raw`\K`, '');
}

/**
 * The key whose value a pattern takes: the last one before the value. `"srcip":"([^"]+)"` has srcip. undefined where it
 * names none, or one below another.
 */
export function keyIn(pattern: string): string | undefined {
  const keys = [...pattern.replaceAll('\\', '').matchAll(/(\w+)"\s?(?:s?[*+?])?:/g)].map(
    ([, key = '']) => key,
  );
  return keys.length === 1 ? keys[0] : undefined;
}

/** The word before `=` that a pattern looks for, and that nothing keeps from standing inside a longer one: `pid=`. */
export function openWordIn(pattern: string): string | undefined {
  return /^\(*(?:\?<=)?([a-z]+)=/.exec(pattern)?.[1];
}

/** Whether a pattern fits any IPv4 address, and asks for nothing around it. */
export function isAnyAddress(pattern: string): boolean {
  const around = pattern.replace(/\[[^\]]*\]|\\./g, '');
  if (pattern.length > longest || /[A-Za-z"=]/.test(around.replace(/\(\?(?:[:!=]|<[!=]|<\w+>)/g, '')))
    return false;
  // A short text: however a pattern is made, it is soon done with it.
  const fits = (text: string) => safely(pattern)?.exec(text)?.[0] === text;
  return fits('198.51.100.10') && !fits('web-01');
}

function safely(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
