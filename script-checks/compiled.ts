import type { System } from './system-signs';

/** The four bytes that Mach-O begins with, read as UTF-8. */
const MACH_O = '\uFFFD'.repeat(4);

/** How programs begin that a compiler made, read as UTF-8. A text has no character zero. */
const beginnings: readonly (readonly [beginning: string, system: System])[] = [
  ['\u007FELF', 'linux'],
  ['MZ', 'windows'],
  // The processor that it is for: Intel, ARM; or how many there are. A class of Java has a higher number there.
  [`${MACH_O}\u0007\0\0\u0001`, 'macos'],
  [`${MACH_O}\u000C\0\0\u0001`, 'macos'],
  [`${MACH_O}\0\0\0\u0002`, 'macos'],
];

/** How far into a file is looked, in characters: the heads of all have a zero there. */
const HEAD = 64;

/** The system that a compiled program is for; undefined for a text. */
export function compiledFor(text: string): System | undefined {
  if (!text.slice(0, HEAD).includes('\0')) return undefined;
  return beginnings.find(([beginning]) => text.startsWith(beginning))?.[1];
}
