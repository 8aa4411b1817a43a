/** What each escape stands for, as a JavaScript character class (regexmap, src/os_regex/os_regex_maps.c, 4.14.7). */
const escapes: Readonly<Record<string, string>> = {
  d: '[0-9]',
  w: '[-0-9@A-Z_a-z]',
  s: '[ ]',
  p: '[!-.:-?[\\]{|}]',
  D: '[^0-9]',
  W: '[^-0-9@A-Z_a-z]',
  S: '[^ ]',
  t: '\\t',
  '.': '.',
  '(': '\\(',
  ')': '\\)',
  '\\': '\\\\',
  $: '\\$',
  '|': '\\|',
  '<': '<',
};

/**
 * An OS_Regex expression as a JavaScript one: caseless, matching anywhere. `^` and `$` anchor only at the very ends of
 * an alternative, `+` and `*` only follow an escape, everything else stands for itself (src/os_regex, 4.14.7).
 * undefined where Wazuh cannot compile it: an unknown escape, or parentheses that nest, stay open, or hold a `|`.
 */
export function osRegex(expression: string): RegExp | undefined {
  const alternatives: string[] = [];
  let current = '';
  let open = false;
  for (let at = 0; at < expression.length; at++) {
    const char = expression.charAt(at);
    if (char === '\\') {
      at++;
      const known = escapes[expression.charAt(at)];
      if (known === undefined) return undefined;
      const next = expression.charAt(at + 1);
      const repeated = next === '+' || next === '*';
      current += repeated ? known + next : known;
      if (repeated) at++;
    } else if (char === '(' || char === ')') {
      if (open === (char === '(')) return undefined;
      open = !open;
    } else if (char === '|') {
      if (open) return undefined;
      alternatives.push(current);
      current = '';
    } else if (char === '^' && isFirst(expression, at)) {
      current += '^';
    } else if (char === '$' && isLast(expression, at)) {
      current += '$';
    } else {
      current += char.replace(/[.*+?^${}[\]/]/, '\\$&');
    }
  }
  if (open) return undefined;
  return new RegExp([...alternatives, current].join('|'), 'is');
}

function isFirst(expression: string, at: number): boolean {
  return at === 0 || expression.charAt(at - 1) === '|';
}

function isLast(expression: string, at: number): boolean {
  return at + 1 === expression.length || expression.charAt(at + 1) === '|';
}
