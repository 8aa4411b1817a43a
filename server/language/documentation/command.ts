import { t } from '@vscode/l10n';
import type { StockCommand } from '../../../wazuh/catalog';
import { allowsTimeout, type Command } from '../../../wazuh/model';
import { bullets, code, paragraphs } from './markdown';

/** What a `<command>` of a file does, as far as its block says. `more` is added as further items. */
export function commandDocumentation(command: Command, ...more: readonly (string | undefined)[]): string {
  const extra = command.extraArgs?.text.trim();
  return paragraphs(
    `**${t('Command {0}', code(command.name?.text ?? ''))}**`,
    bullets(
      t('Runs: {0}', code(command.executable?.text ?? '')),
      extra ? t('With extra arguments: {0}', code(extra)) : undefined,
      allowsTimeout(command)
        ? t('May be undone: a response can give it a timeout')
        : t('Is never undone: timeout_allowed is not yes'),
      ...more,
    ),
  );
}

/** What a command of a stock installation does. */
export function stockCommandDocumentation(command: StockCommand): string {
  return paragraphs(
    `**${t('Stock command {0}', code(command.name))}**`,
    bullets(
      t('Runs: {0}', code(command.executable)),
      t('On: {0}', command.runsOn.join(', ')),
      needs(command),
      command.timeoutAllowed
        ? t('May be undone: a response can give it a timeout')
        : t('Is never undone: timeout_allowed is not yes'),
    ),
  );
}

/** Which field of the alert a stock command needs. */
export function needs({ alertField }: StockCommand): string {
  switch (alertField) {
    case 'srcip':
      return t('Needs an address in the alert: {0}', code('data.srcip'));
    case 'dstuser':
      return t('Needs a user in the alert: {0}', code('data.dstuser'));
    case null:
      return t('Needs nothing from the alert');
  }
}
