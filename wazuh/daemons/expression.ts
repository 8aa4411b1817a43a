/** Wazuh's own expressions may be as long, in bytes (OS_PATTERN_MAXSIZE, src/os_regex/os_regex.h, 4.14.7). */
const maximumLength = 20_480;

/**
 * Whether an OS_Match expression compiles: anything does that is short enough (src/os_regex/os_match_compile.c).
 */
export function isOsMatch(text: string): boolean {
  return Buffer.byteLength(text) <= maximumLength;
}

/**
 * Whether an OS_Regex expression compiles: parentheses pair, do not nest and hold no `|`, and a backslash stands before
 * one of the characters that it means something for (src/os_regex/os_regex_compile.c, 4.14.7).
 */
export function isOsRegex(text: string): boolean {
  if (!isOsMatch(text)) return false;
  let open = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\\') {
      index++;
      if (index >= text.length || !escapable.includes(text.charAt(index))) return false;
    } else if (character === '(' || character === ')') {
      if (open === (character === '(')) return false;
      open = !open;
    } else if (character === '|' && open) return false;
  }
  return !open;
}

const escapable = 'dwsp()\\DWS.t$|<';

/**
 * Whether a PCRE2 expression compiles, judged by JavaScript's own: what only PCRE2 knows (inline flags, possessive
 * quantifiers, atomic groups, POSIX classes) is first made into what JavaScript knows.
 */
export function isPcre2(text: string): boolean {
  const known = text
    .replace(/\(\?[a-zA-Z]+(?:-[a-zA-Z]+)?\)/g, '')
    .replace(/\(\?[a-zA-Z]+(?:-[a-zA-Z]+)?:/g, '(?:')
    .replace(/\(\?>/g, '(?:')
    .replace(/\(\?P</g, '(?<')
    .replace(/\[\[:\^?\w+:\]/g, '[a')
    .replace(/([+*?}])\+/g, '$1');
  try {
    new RegExp(known);
    return true;
  } catch {
    return false;
  }
}
