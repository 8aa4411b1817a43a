import { t } from '@vscode/l10n';
import type { Command } from '../command';
import { Trouble } from '../io';
import { parsed } from '../options';

export const lsp: Command = {
  name: 'lsp',
  get summary() {
    return t('the language server, for any editor');
  },
  help: () =>
    [
      'wazuh-ar lsp --stdio',
      '',
      t(
        'Serves the Language Server Protocol on stdin and stdout: diagnostics, completion, hover and more for ossec.conf.',
      ),
      t('The settings below "wazuh" are asked of the editor, or taken from initializationOptions.settings.'),
      '',
    ].join('\n'),

  async run(args, io) {
    const { values } = parsed(args, { stdio: { type: 'boolean' } });
    if (!values.stdio) throw new Trouble(t('say --stdio: the server talks on stdin and stdout.'));
    await io.serve();
    return 0;
  },
};
