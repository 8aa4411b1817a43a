import { expect, it } from 'vitest';
import { readScript } from './for-tests';
import { readingOf } from './reading';
import { unboundVariables } from './tongues/bash/unbound';

it.each<readonly [text: string, unbound: readonly string[]]>([
  [`set -u\necho "$A" "\${B}"\n`, ['A', 'B']],
  ['set -euo pipefail\necho $A\n', ['A']],
  ['set -e -o nounset\necho $A\n', ['A']],
  ['set -e\necho $A\n', []],
  [`set -u\necho "\${A:-}" "\${B-x}" "\${#C[@]}" "\${D:+x}"\n`, []],
  ['set -u\nA=1\necho $A\n', []],
  ['set -u\nread -r A\nfor B in x; do echo $A $B; done\n', []],
  ['set -u\nf() { local A; A+=x; echo $A; }\n', []],
  ['set -u\nmapfile -t A\nprintf -v B x\necho $A $B $HOME $RANDOM $1 $?\n', []],
  ['set -u\n. ./settings\necho $A\n', []],
  ['set -u\n[[ -v A ]] && echo $A\n', []],
  ['set -u\n((A = 1))\necho $A\n', []],
  ["set -u\nawk '{ print $A }'\n", []],
])('%j', async (text, unbound) => {
  const script = await readScript(`#!/bin/bash\n${text}`, 'a.sh');
  const found = unboundVariables(script.text, readingOf(script)?.nodes ?? []);
  expect(found.map(({ name }) => name)).toEqual(unbound);
});
