import { firstArgument } from './checks/argv-protocol';
import { sendsKeys } from './handshake';
import { isParsed, type Parsed } from './language';
import { readingOf } from './reading';
import { orTooMuch, type Script } from './script';

const folder = /(?:^|[\\/])active-response[\\/]bin[\\/][^\\/]+$/;
const speaksOfAlert = /\bparameters\b[^\n]{0,40}\balert\b/;
/** Takes `command` out of JSON, and knows what execd says there. */
const readsCommand: Readonly<Record<Parsed, readonly RegExp[]>> = {
  python: [/\bjson\b/, /['"]command['"]/, /['"](?:add|delete|enable|disable)['"]/],
  bash: [/\bcommand\b/, /\b(?:jq|json|sed|grep)\b/, /[\s"'=|(](?:add|delete|enable|disable)\b["'\s)|]/],
  powershell: [/ConvertFrom-Json/i, /\.command\b/i, /['"](?:add|delete|enable|disable)['"]/i],
};
const ownLog = /active-responses\.log/;

/**
 * Whether a script is an active-response script: one in a known language that
 * - lies in a folder `active-response/bin`, or
 * - says `check_keys` outside comments, or
 * - reads `parameters` … `alert`, as only execd's message has them, or
 * - reads stdin and compares the message's `command` with add or delete, or
 * - reads stdin and writes to `active-responses.log`, or
 * - needs an argument, as before Wazuh 4.2, or changes the host, and writes to `active-responses.log`, or
 * - is a batch file, or a text that is more than is read, and speaks execd's words, or names the agent's folder of responses, from where it starts what it launches.
 * Each is a word of execd's protocol together with what a script does with it, so that an ordinary script which only
 * mentions Wazuh is left alone.
 */
export function looksLikeActiveResponse(read: Script): boolean {
  return orTooMuch(read, looksLikeOne);
}

function looksLikeOne(read: Script): boolean {
  const { language: kind } = read;
  if (kind === 'other' && !read.unread) return false;
  if (folder.test(read.fileName)) return true;
  return isParsed(kind) ? speaksTheProtocol(read, kind) : knowsTheAgent(read);
}

function speaksTheProtocol(read: Script, kind: Parsed): boolean {
  if (ownLog.test(read.code) && firstArgument(read)) return true;
  if (ownLog.test(read.code) && readingOf(read)?.course.some((moment) => moment.kind === 'act')) return true;
  if (sendsKeys(read) || speaksOfAlert.test(read.code)) return true;
  if ((readingOf(read)?.reads.length ?? 0) === 0) return false;
  return ownLog.test(read.code) || readsCommand[kind].every((pattern) => pattern.test(read.code));
}

/** Whether a batch file speaks of execd's message, of its log, or of the folder that a Windows agent runs responses from. */
function knowsTheAgent({ code }: Script): boolean {
  return (
    /check_keys|ossec-agent[\\/]+active-response/i.test(code) || ownLog.test(code) || speaksOfAlert.test(code)
  );
}
