import type { Span } from '../wazuh/span';

/** A variable and the names by which its parts are reached: `$alert.data["srcip"]` is alert, data, srcip. */
export interface AccessChain {
  readonly root: string;
  readonly names: readonly string[];
  readonly span: Span;
}

/** The ways down by one name; the name is the group `name`. A position in a list has none. */
const steps: readonly RegExp[] = [
  /\[\s*(?<quote>['"])(?<name>[^'"\n]+)\k<quote>\s*\]/y,
  /\[\s*-?\d+\s*\]/y,
  /\??\.(?<quote>['"]?)(?<name>[A-Za-z_]\w*)\k<quote>(?!\w*\s*\()/y,
];
/** `($text | ConvertFrom-Json)`: the value stays what it is. */
const parsed = /\s*(?:\|\s*Out-String\b[^()|\n]*)?\|\s*ConvertFrom-Json\b[^()|\n]*\)/iy;
/** `(ConvertFrom-Json $text)`. */
const parser = /\(\s*ConvertFrom-Json\s+(?:-InputObject\s+)?$/i;
const closing = /\s*\)/y;
const emptyDefault = /\s*(?:or|\?\?)\s*(?:\{\s*\}|dict\(\)|\[\s*\]|(['"])\1)\s*\)/y;

/**
 * The chains of a PowerShell text, in its order. A default in brackets does not end one: `($alert.data ?? "").srcip`;
 * nor does what reads JSON: `($text | ConvertFrom-Json).parameters`.
 * Positions in lists are left out of `names`.
 * @param root a global pattern whose first group is the variable's name
 */
export function* accessChains(code: string, root: RegExp): Iterable<AccessChain> {
  const start = new RegExp(root.source, 'g');
  for (let match = start.exec(code); match; match = start.exec(code)) {
    const names: string[] = [];
    const isParsed = parser.test(code.slice(Math.max(0, match.index - 60), match.index));
    let end = start.lastIndex;
    for (;;) {
      const step = stepAt(code, end);
      if (step) {
        if (step.groups?.name !== undefined) names.push(step.groups.name);
        end += step[0].length;
        continue;
      }
      const bracket =
        matchAt(parsed, code, end) ??
        (names.length > 0 ? matchAt(emptyDefault, code, end) : null) ??
        (isParsed ? matchAt(closing, code, end) : null);
      if (!bracket || !stepAt(code, end + bracket[0].length)) break;
      end += bracket[0].length;
    }
    yield { root: match[1] ?? '', names, span: { start: match.index, end } };
    start.lastIndex = Math.max(end, start.lastIndex);
  }
}

function stepAt(text: string, at: number): RegExpExecArray | undefined {
  for (const step of steps) {
    const match = matchAt(step, text, at);
    if (match) return match;
  }
  return undefined;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
