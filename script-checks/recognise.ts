import { sendsKeys } from './handshake';
import { type Script, script } from './script';

const folder = /(?:^|[\\/])active-response[\\/]bin[\\/][^\\/]+$/;
const speaksOfAlert = /\bparameters\b[^\n]{0,40}\balert\b/;
const readsStdin =
  /\bstdin\b|\bread\b|\$\(\s*cat\b|\[Console\]::(?:In|OpenStandardInput)|\bReadLine\b|\binput\(\)|\/dev\/stdin/i;
const readsCommand = /(?:['"]command['"]|\.command\b)/;
const verbs = /\b(?:add|delete|enable|disable)\b/;
const ownLog = /active-responses\.log/;

/**
 * Whether a text is an active-response script: a file of a known script language that
 * - lies in a folder `active-response/bin`, or
 * - says `check_keys` outside comments, or
 * - reads `parameters` … `alert`, as only execd's message has them, or
 * - reads stdin and compares the message's `command` with add or delete, or
 * - reads stdin and writes to `active-responses.log`.
 * Each is a word of execd's protocol together with what a script does with it, so that an ordinary script which only
 * mentions Wazuh is left alone.
 */
export function isActiveResponse(text: string, fileName: string): boolean {
  const read = script(text, fileName);
  if (read.language === 'other') return false;
  return folder.test(fileName) || speaksTheProtocol(read);
}

function speaksTheProtocol(read: Script): boolean {
  if (sendsKeys(read) || speaksOfAlert.test(read.code)) return true;
  if (!readsStdin.test(read.code)) return false;
  return ownLog.test(read.code) || (readsCommand.test(read.code) && verbs.test(read.code));
}
