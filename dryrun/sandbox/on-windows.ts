/**
 * The words that start a program on Windows, where no first line is looked at: what runs it is told by how its name ends.
 * execd itself starts nothing but programs and batch files; the others are run as their launchers would run them.
 * @param program relative to Wazuh's home, with forward slashes
 */
export function onWindows(program: string): readonly string[] {
  const file = program.replaceAll('/', '\\');
  if (/\.(?:cmd|bat)$/i.test(file)) return ['cmd.exe', '/d', '/c', file];
  if (/\.ps1$/i.test(file))
    return ['powershell.exe', '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', file];
  return /\.py$/i.test(file) ? ['python.exe', file] : [file];
}
