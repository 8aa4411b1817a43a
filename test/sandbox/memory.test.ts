import { describe, expect, it } from 'vitest';
import { everybody, run } from './machine';

/** Ways to take 2.5 GB that are nobody's own: what is allowed is 1 GB. */
const ways: readonly (readonly [title: string, python: string])[] = [
  [
    'a file in memory alone',
    'import os; f = os.memfd_create("x"); [os.write(f, b"x" * 2**24) for _ in range(160)]',
  ],
  [
    'shared memory of System V',
    `import ctypes
libc = ctypes.CDLL(None)
libc.shmat.restype = ctypes.c_void_p
for _ in range(40):
    segment = libc.shmget(0, 2**26, 0o1600)
    if segment < 0: raise SystemExit("none")
    ctypes.memset(libc.shmat(segment, None, 0), 1, 2**26)`,
  ],
  [
    'memory that ended processes have filled',
    `import mmap, os, time
for _ in range(40):
    shared = mmap.mmap(-1, 2**26)
    if os.fork() == 0: shared.write(b"x" * 2**26); os._exit(0)
    os.wait(); time.sleep(0.01); globals().setdefault("kept", []).append(shared)`,
  ],
  [
    'pipes and sockets that nobody reads',
    `import socket, os, time
kept = []
for _ in range(40):
    if os.fork() == 0:
        for _ in range(450):
            pair = socket.socketpair(); kept.append(pair); pair[0].setblocking(False)
            try:
                while True: pair[0].send(b"x" * 2**16)
            except OSError: pass
        time.sleep(60)
time.sleep(15)`,
  ],
  ['a disk in memory', 'import time\nfor n in range(40): open("/dev/shm/%d" % n, "wb").write(b"x" * 2**26)'],
  [
    'many of its own',
    'import os, time\nfor _ in range(10):\n    if os.fork() == 0: x = b"x" * 2**28; time.sleep(60)\ntime.sleep(5)',
  ],
];

describe.each(everybody)('a script of $name', (somebody) => {
  it.each(ways)('does not get 2.5 GB of %s', { timeout: 60_000 }, async (_title, python) => {
    const text = `cat > /tmp/take.py << 'END'\n${python}\nEND\npython3 /tmp/take.py || exit 1; sleep 1; echo taken`;
    const came = await run(somebody, { text, limits: { step: 40_000 } });
    expect(came).toMatchObject({ kind: 'ran', said: [] });
  });
});
