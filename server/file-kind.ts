import { compiledFor, language, shebang } from '../script-checks';
import { hasScriptExtension } from './workspace/scan';

/** What a file is read as. A `program` is one in a language that is not read, or made by a compiler. */
export type FileKind = 'script' | 'program' | 'configuration';

/** What the root of a configuration looks like, at the beginning of a file. */
const root = /^\uFEFF?\s*<(?:ossec_config|agent_config|wazuh_config)\b/;

/** What a file is, by its name and its text; a configuration where nothing speaks against it. */
export function fileKind(name: string, text: string): FileKind {
  if (root.test(text)) return 'configuration';
  if (language(name, text) !== 'other') return 'script';
  const isProgram =
    shebang(text) !== undefined ||
    hasScriptExtension(name) ||
    /\.(?:vbs|vbe|wsf|js|php|jar|so|dll)$/i.test(name);
  return isProgram || compiledFor(text) !== undefined ? 'program' : 'configuration';
}

/** Whether a text begins as Wazuh's configurations do. */
export function beginsAsConfiguration(text: string): boolean {
  return root.test(text);
}
