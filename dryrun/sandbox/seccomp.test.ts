import { describe, expect, it } from 'vitest';
import { processorHere } from './processor';
import { filterFor } from './seccomp';

/** What the kernel does with a call, by the filter: a packet filter of its own, see linux/filter.h. */
function judged(filter: Buffer, audit: number, call: number, argument = 0): string {
  const data = Buffer.alloc(64);
  data.writeInt32LE(call, 0);
  data.writeUInt32LE(audit, 4);
  data.writeUInt32LE(argument, 16);
  let loaded = 0;
  for (let at = 0; at < filter.length / 8; at++) {
    const code = filter.readUInt16LE(at * 8);
    const [ifTrue, ifFalse] = [filter.readUInt8(at * 8 + 2), filter.readUInt8(at * 8 + 3)];
    const value = filter.readUInt32LE(at * 8 + 4);
    if (code === 0x20) loaded = data.readUInt32LE(value);
    else if (code === 0x15) at += loaded === value ? ifTrue : ifFalse;
    else if (code === 0x35) at += loaded >= value ? ifTrue : ifFalse;
    else if (code === 0x05) at += value;
    else if (code === 0x06)
      return value === 0x7fff0000 ? 'allowed' : value === 0x80000000 ? 'killed' : `error ${value & 0xffff}`;
    else throw new Error(`an unknown instruction: ${code}`);
  }
  throw new Error('it runs off its end');
}

const [VSOCK, ALG] = [40, 38];

describe.each(['x64', 'arm64', 'riscv64'])('the filter on %s', (name) => {
  const processor = processorHere(name);
  if (!processor) throw new Error(name);
  const filter = filterFor(processor);
  const { audit, calls } = processor;

  const forbidden = [
    ...(['keyctl', 'add_key', 'request_key', 'io_uring_setup', 'memfd_create', 'shmget'] as const).map(
      (call) => [call, 'error 38'] as const,
    ),
    ...(
      ['bpf', 'mount', 'umount2', 'open_tree', 'perf_event_open', 'setns', 'reboot', 'syslog'] as const
    ).map((call) => [call, 'error 1'] as const),
  ];
  it.each(forbidden)('forbids %s: %s', (call, error) => {
    expect(judged(filter, audit, calls[call])).toBe(error);
  });

  it.each(['prctl', 'setrlimit', 'seccomp'] as const)('allows %s', (call) => {
    expect(judged(filter, audit, calls[call])).toBe('allowed');
  });

  it('allows every call that it does not name', () => {
    const named = new Set<number>(Object.values(calls));
    for (let call = 0; call < 600; call++)
      if (!named.has(call)) expect(judged(filter, audit, call)).toBe('allowed');
  });

  it('knows few kinds of sockets', () => {
    for (const family of [1, 2, 10, 16, 17])
      expect(judged(filter, audit, calls.socket, family)).toBe('allowed');
    for (const family of [VSOCK, ALG, 0, 3, 31])
      expect(judged(filter, audit, calls.socket, family)).toBe('error 97');
  });

  it('ends a program of another processor', () => {
    expect(judged(filter, 0x40000003, 1)).toBe('killed');
  });

  it('is one that the kernel takes', () => {
    expect(filter.length / 8).toBeLessThan(4096);
    expect(filter.length % 8).toBe(0);
  });
});

it('knows the second way to call x64', () => {
  const processor = processorHere('x64');
  if (!processor) throw new Error('x64');
  expect(judged(filterFor(processor), processor.audit, 0x40000000 | 41, VSOCK)).toBe('error 38');
});
