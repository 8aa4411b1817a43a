import { expect, it } from 'vitest';
import { expectationOfText } from './expectation';
import type { Expected } from './expected';

it.each<readonly [code: string, what: Expected | undefined]>([
  ['rm -f "$FILE"', 'moves the file away'],
  ['if x; then mv "$f" "$QUARANTINE"; fi', 'moves the file away'],
  ['os.remove(path)', 'moves the file away'],
  // What it keeps for itself is not what it is there for.
  ['rm -f "$TMP_FILE"; mv "$LOG" "$LOG.1"', undefined],
  ['mv -f "$src" "$dst"\nkill -9 "$PID"', 'ends the process'],
  ['kill -0 "$PID" && rm -f "$FILE"', 'moves the file away'],
  ['csf -d "$IP"', 'blocks the address'],
  ['rm -f "$FILE" && echo removed >> active-responses.log', 'moves the file away'],
  ['Move-Item -Path $tmp -Destination $ARLog -Force\nStop-Process -Id $m.ProcessId', 'ends the process'],
  ['Move-Item -Path $tmp -Destination $ARLog -Force', undefined],
  ['net user $username /active:no', 'locks the account'],
  ['echo hello', undefined],
])('%j', (code, what) => {
  expect(expectationOfText({ expected: undefined, text: code, code })?.what).toBe(what);
});
