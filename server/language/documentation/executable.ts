import { t } from '@vscode/l10n';
import type { LanguageContext } from '../context';
import { needs } from './command';
import { bullets, code, link, paragraphs, plain } from './markdown';

/** What is known of the file that an `<executable>` names: shipped by Wazuh, in the workspace, or neither. */
export function executableDocumentation(name: string, context: LanguageContext): string {
  const { catalog, scripts } = context;
  const shipped = catalog.shippedExecutables.filter((one) => one.name === name);
  const stock = catalog.stockCommands.find((command) => command.executable === name);
  const legacy = catalog.legacyExecutables.find((one) => one.executable === name);
  const script = scripts.find((one) => one.name === name);
  return paragraphs(
    `**${code(name)}**`,
    bullets(
      ...shipped.map(({ system }) =>
        system === 'windows' ? t('Ships with Wazuh for Windows') : t('Ships with Wazuh for Unix and macOS'),
      ),
      stock && needs(stock),
      script && link(t('In this workspace'), script.uri),
      script?.executable === false
        ? t('⚠ Its mode does not let it be run: execd will report it as not present or fail to start it')
        : undefined,
      legacy && legacyWords(legacy.replacement),
      shipped.length === 0 && !script && !legacy
        ? t('Neither shipped by Wazuh nor found in this workspace')
        : undefined,
    ),
    t(
      'execd runs exactly this file name from {0} of the machine that responds.',
      code('active-response/bin'),
    ),
  );
}

function legacyWords(replacement: string | null): string {
  return replacement === null
    ? t('⚠ From before Wazuh 4.2, deleted by the update; nothing does its work now')
    : t('⚠ From before Wazuh 4.2, deleted by the update; now: {0}', plain(replacement));
}
