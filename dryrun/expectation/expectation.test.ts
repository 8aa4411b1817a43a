import { expect, it } from 'vitest';
import { expectationOfText } from './expectation';
import type { Expected } from './expected';

it.each<[text: string, what: Expected | undefined]>([
  [
    'if [ -f "$FILE" ]; then\n  rm -f "$FILE" && echo "removed" >> active-responses.log\nfi\n',
    'moves the file away',
  ],
  ['os.remove(path)\n', 'moves the file away'],
  // What a script tidies up behind itself is not what it is there for.
  ['yara rules.yar "$FILE" > "$TMP"\nrm -f "$TMP"\n', 'scans the file'],
  ['Move-Item -Path $tmp -Destination $ARLog -Force\nStop-Process -Id $m.ProcessId\n', 'ends the process'],
  ['net user $username /active:no\n', 'locks the account'],
  ['rm -f "$LOCK"\n', undefined],
])('%j', (text, what) => {
  expect(expectationOfText({ expected: undefined, text, code: text })?.what).toBe(what);
});
