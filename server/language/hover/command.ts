import { t } from '@vscode/l10n';
import type { LanguageContext } from '../context';
import type { ConfigurationDocument } from '../document';
import { commandDocumentation, needs, stockCommandDocumentation } from '../documentation/command';
import { code, link, paragraphs } from '../documentation/markdown';

/** What the command of a name is: its definition here, else elsewhere in the workspace or in a stock installation. */
export function hoverCommand(
  document: ConfigurationDocument,
  name: string,
  context: LanguageContext,
): string {
  const { catalog, workspaceCommands } = context;
  const defined = document.configuration.definitions.get(name);
  if (defined) {
    const executable = defined.executable?.text;
    const stock = catalog.stockCommands.find((command) => command.executable === executable);
    const line = document.positionAt(defined.section.element.span.start).line + 1;
    return commandDocumentation(
      defined,
      stock && needs(stock),
      link(t('Defined in line {0}', line), `${document.uri}#L${line}`),
    );
  }
  const elsewhere = workspaceCommands.find((command) => command.name === name);
  const stock = catalog.stockCommands.find((command) => command.name === name);
  return paragraphs(
    t('Not defined in this file.'),
    elsewhere &&
      link(
        t('Defined in another file of the workspace'),
        `${elsewhere.location.uri}#L${elsewhere.location.range.start.line + 1}`,
      ),
    stock && stockCommandDocumentation(stock),
    elsewhere || stock ? undefined : t('No stock command is called {0} either.', code(name)),
  );
}
