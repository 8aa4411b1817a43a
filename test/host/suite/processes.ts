import childProcess from 'node:child_process';

const calls = ['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync'] as const;

/** VS Code's own look at which ports are open: it comes and goes by itself. */
const portScan = /^(ls -l \/proc\/\[0-9\]|ps -F -A -l)/;

/**
 * Watches which processes this extension host starts, from now on.
 *
 * @returns Their command lines, as they come, and a way to stop watching.
 */
export function watchProcesses(): { readonly started: readonly string[]; stop(): void } {
  const started: string[] = [];
  const originals = calls.map((call) => {
    const original: (...args: never[]) => unknown = childProcess[call];
    const watched = (...args: readonly unknown[]) => {
      const line = args
        .flat()
        .filter((word) => typeof word === 'string')
        .join(' ');
      if (!portScan.test(line)) started.push(line);
      return Reflect.apply(original, childProcess, args);
    };
    Object.assign(childProcess, { [call]: watched });
    return { [call]: original };
  });
  return { started, stop: () => void Object.assign(childProcess, ...originals) };
}
