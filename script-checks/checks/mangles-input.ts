import { t } from '@vscode/l10n';
import { matches } from '../script';
import type { ScriptCheck, ScriptProblem } from './check';

const readCommand =
  /(?<=^|[\n;&({`]|\$\(|\b(?:while|until|if|then|do|else)\s|!\s)[ \t]*(?:IFS=\S*[ \t]+)?\bread\b(?<options>[^\n;&|)]*)/g;

export const manglesInput: ScriptCheck = {
  code: 'mangles-input',
  title: '`read` without `-r` eats backslashes',
  explanation: [
    "Without `-r` the shell's `read` takes a backslash for an escape and drops it. Alerts are JSON, and JSON writes",
    'every quotation mark and every Windows path with backslashes: of 11,005 captured alerts a third became invalid',
    'and a sixth were silently altered that way; of the web attacks, all. ssh alerts have no backslash, which hides it.',
    '\n\nWrite `IFS= read -r line`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\n⟦read INPUT_JSON⟧\necho "$INPUT_JSON" | jq -r .command\n',
    good: '#!/bin/bash\nIFS= read -r INPUT_JSON\necho "$INPUT_JSON" | jq -r .command\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language !== 'bash') return;
    for (const { match, span } of matches(script.code, readCommand)) {
      const options = match.groups?.options ?? '';
      if (/(?:^|\s)-[a-zA-Z]*r/.test(options) || /<|\s-u/.test(options)) continue;
      if (/^[ \t]*=/.test(options) || loopReadsElsewhere(script.code, span.start)) continue;
      yield {
        span,
        message: t(
          'Without -r, read drops the backslashes of the JSON: alerts with quotation marks or Windows paths become invalid. Write: IFS= read -r …',
        ),
      };
    }
  },
};

/** `while read …; do … done < file` and `command | while read …`: what is read there is not execd's message. */
function loopReadsElsewhere(code: string, offset: number): boolean {
  const head = /(\|?)[ \t]*\bwhile\s+(?:IFS=\S*\s+)?$/.exec(code.slice(Math.max(0, offset - 60), offset));
  if (!head) return false;
  return head[1] === '|' || /^[\s\S]*?\bdone\b[ \t]*<(?!&0)/.test(code.slice(offset));
}
