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
  ['Move-Item -Path $tmp -Destination $ARLog -Force', undefined],
  ['echo hello', undefined],
])('%j', (code, what) => {
  expect(expectationOfText({ expected: undefined, text: code, code })?.what).toBe(what);
});
