/** Programs of Windows that say on stdout that they have done what they were told to: `Ok.`, `The command completed …`. */
const names = 'netsh|net1?|taskkill|schtasks|reg|sc|icacls|takeown|route|wmic';

/** Whether the name of a command, a path or not, is one of them. `sc` alone is another command in PowerShell. */
export function talksOnWindows(command: string): boolean {
  return new RegExp(String.raw`^(?:.*[\\/])?(?:${names})(?:\.exe)?$`, 'i').test(command);
}

/** A line of a batch file, or of PowerShell in one, that runs one of them and sends nowhere what it says. */
export const talkingLine = new RegExp(
  String.raw`^[ \t]*@?(?:%\w+%\\(?:system32\\)?)?(?:${names})(?:\.exe)?[ \t]+(?!/\?)[^\r\n<>|]*$`,
  'gim',
);
