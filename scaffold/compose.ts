import type { ScriptLanguage } from './request';
import type { TemplateData, TemplateId } from './templates';

const extensions: Readonly<Record<ScriptLanguage, string>> = { python: 'py', bash: 'sh' };

/** The line above which a script says what it does, and below which it talks to Wazuh. The same in every language. */
const border = /^# -+ How it talks to Wazuh -+$/m;

/**
 * The text of a script. The two empty templates are whole scripts; each action is a file that takes the place of what
 * stands above the border, so that the protocol is written, and mended, once a language.
 */
export function compose(
  id: TemplateId,
  language: ScriptLanguage,
  stateful: boolean,
  data: TemplateData,
): string {
  const read = (name: string) => data(`${language}/${name}.${extensions[language]}`);
  const frame = stateful ? 'stateful' : 'stateless';
  const whole = read(frame);
  if (id === frame) return whole;
  const from = whole.search(border);
  if (from === -1) throw new Error(`the template ${language}/${frame} has no border`);
  const action = read(id).trimEnd();
  const gap = language === 'python' ? '\n\n\n' : '\n\n';
  const text = `${action}${gap}${whole.slice(from)}`;
  return language === 'python' ? withImports(text, imports(whole)) : text;
}

/** A script with the comment that says what it does, below its first line. */
export function saying(expected: string, script: string): string {
  return script.replace('\n', `\n# wazuh-ar: ${expected}\n`);
}

/** The modules that a Python script imports, one a line, as its first block of imports has them. */
function imports(text: string): readonly string[] {
  return [...text.matchAll(/^import \S+$/gm)].map(([line]) => line);
}

/** Gives a script all the imports of its two halves, in alphabetical order; those that nothing uses are left out. */
function withImports(text: string, more: readonly string[]): string {
  const body = text.replaceAll(/^import \S+\n/gm, '');
  const all = [...new Set([...imports(text), ...more])].sort();
  const used = all.filter((line) => new RegExp(String.raw`\b${line.slice('import '.length)}\.`).test(body));
  const at = text.search(/^import /m);
  return `${text.slice(0, at)}${used.join('\n')}\n${body.slice(at)}`;
}
