import { expect, it } from 'vitest';
import { readScript } from './for-tests';
import { readingOf } from './reading';
import { endsWithJq } from './tongues/bash/errexit';

const jq = 'a=$(echo "$line" | jq -r .a)';

it.each<readonly [text: string, found: readonly string[]]>([
  [`set -e\n${jq}\n`, [jq]],
  [`set -euo pipefail\nb=1\nf() {\n  ${jq}\n}\n`, [jq]],
  [`set -o errexit\n${jq}\n`, [jq]],
  [`${jq}\n`, []],
  [`${jq}\nset -e\n`, []],
  [`set -e\n${jq} || a=\n`, []],
  [`set -e\nlocal ${jq}\n`, []],
  [`set -e\nif ! ${jq}; then exit 0; fi\n`, []],
  [`set -e\nif x; then ${jq}; fi\n`, [jq]],
  [`set -e\ntrap 'log $?' ERR\n${jq}\n`, []],
  [`set -e\njq -e . <<< "$line" > /dev/null || exit 0\n${jq}\n`, []],
  [`set -e\n${jq}\nb=$(jq .b <<< "$a") || exit 0\n`, [jq]],
  ['set -e\na=$(jq -r .a <<< "$line" | head -n 1)\n', []],
  [`set -e\nX=1 run "$(jq .)"\n`, []],
])('%j', async (text, found) => {
  const script = await readScript(`#!/bin/bash\n${text}`, 'a.sh');
  expect(endsWithJq(readingOf(script)?.nodes ?? []).map((node) => node.text)).toEqual(found);
});
