/** A response that execd knows by name. `program` is empty for a name whose file is missing: it is then passed over. */
export interface ArCommand {
  readonly name: string;
  readonly program: string;
  /** Seconds; negative values run the undo at once. */
  readonly timeout: number;
}

/** Folder of the scripts, relative to Wazuh's home, which is execd's working directory. */
export const BIN = 'active-response/bin';

/** Longest path of a program (OS_FLSIZE). */
const LONGEST_PATH = 256;

/**
 * Reads etc/shared/ar.conf: `name - executable - timeout`, one a line. Lines of another form are passed over, and so
 * are names that begin with `!`; a path with `..` keeps its name but runs nothing; the first of two equal names wins
 * unless its file is missing (ReadExecConfig, src/os_execd/exec.c, 4.14.7).
 * @param present whether a program is there, given as a path relative to Wazuh's home
 */
export function arCommands(text: string, present: (program: string) => boolean): readonly ArCommand[] {
  const commands: ArCommand[] = [];
  for (const line of text.split('\n')) {
    const [name, executable, ...rest] = line.split(' - ');
    if (name === undefined || executable === undefined || rest.length === 0 || name.startsWith('!')) continue;
    const path = `${BIN}/${executable}`;
    const program = !leavesFolder(executable) && present(path) ? path : '';
    const timeout = Number.parseInt(rest.join(' - '), 10) || 0;
    const earlier = commands.findIndex((command) => command.name === name);
    const known = commands[earlier];
    if (!known) commands.push({ name, program, timeout });
    else if (known.program === '') commands[earlier] = { ...known, program };
  }
  return commands;
}

/**
 * The program and timeout of a name. `!file` names a file of active-response/bin directly, needs no entry and is never
 * undone. Undefined for a name that is unknown, that leaves the folder, or whose path is too long.
 */
export function commandByName(commands: readonly ArCommand[], name: string): ArCommand | undefined {
  if (!name.startsWith('!')) return commands.find((command) => command.name === name);
  const file = name.slice(1);
  const program = `${BIN}/${file}`;
  if (leavesFolder(file) || Buffer.byteLength(program) >= LONGEST_PATH) return undefined;
  return { name, program, timeout: 0 };
}

/** Whether a path has `..` as one of its parts (w_ref_parent_folder, src/shared/file_op.c, on Unix). */
export function leavesFolder(path: string): boolean {
  return path.split('/').includes('..');
}
