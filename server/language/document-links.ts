import { t } from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { LanguageContext } from './context';
import type { ConfigurationDocument } from './document';

/** Links from `<executable>` to the script of the workspace (LSP, textDocument/documentLink). */
export function documentLinks(document: ConfigurationDocument, { scripts }: LanguageContext): DocumentLink[] {
  return document.configuration.commands.flatMap(({ executable }) => {
    const script = executable && scripts.find(({ name }) => name === executable.text);
    return script
      ? {
          range: document.range(executable.element.textSpan),
          target: script.uri,
          tooltip: t('Open the script'),
        }
      : [];
  });
}
