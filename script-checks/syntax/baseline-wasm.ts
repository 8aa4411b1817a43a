import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 leave WebAssembly as its first compiler made it. The grammars hold functions of a hundred kilobytes; after a few
 * calls V8 optimises them on a thread of its own, and a process does not end before that is done: 6 to 44 s for the
 * grammar of PowerShell with Node 20, where reading a script takes 0.03 s either way.
 *
 * The flags are the whole process's, and count for modules that are compiled after this: for a process that is ours
 * alone. The extension's host is not: there other extensions would pay, and nobody waits for its end.
 */
export function keepBaselineWasm(): void {
  // Each without the other optimises all the same: at once, or by the calls.
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}
