import type { Location } from 'vscode-languageserver-types';
import { touches } from '../../wazuh/span';
import { commandNameAt } from './command-names';
import type { LanguageContext } from './context';
import type { ConfigurationDocument } from './document';
import { ruleIdAt } from './rule-ids';

/**
 * Where what stands at `offset` is written (LSP, textDocument/definition): a command's definition, in this file or
 * another of the workspace; the script that an `<executable>` names; a custom rule.
 */
export function definition(
  document: ConfigurationDocument,
  offset: number,
  context: LanguageContext,
): Location[] {
  const { configuration, uri } = document;
  const command = commandNameAt(configuration, offset);
  if (command) {
    const here = command.definitions.map(({ element }) => ({ uri, range: document.range(element.textSpan) }));
    if (here.length > 0) return here;
    return context.workspaceCommands
      .filter(({ name, location }) => name === command.name && location.uri !== uri)
      .map(({ location }) => location);
  }
  const executable = configuration.commands
    .map((one) => one.executable)
    .find((value) => value && touches(value.element.textSpan, offset));
  if (executable) {
    return context.scripts
      .filter((script) => script.name === executable.text)
      .map((script) => ({ uri: script.uri, range: firstCharacter }));
  }
  const rule = ruleIdAt(configuration.xml, offset, context.catalog);
  const source = rule && context.rules.get(rule.id)?.source;
  if (!source) return [];
  const start = { line: source.line, character: 0 };
  return [{ uri: source.uri, range: { start, end: start } }];
}

const firstCharacter = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
