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
      'wazuh-ar lsp --stdio | --node-ipc | --socket=PORT | --pipe=NAME',
      '',
      t(
        'Serves the Language Server Protocol on stdin and stdout: diagnostics, completion, hover and more for ossec.conf.',
      ),
      t('The settings below "wazuh" are asked of the editor, or taken from initializationOptions.settings.'),
      '',
    ].join('\n'),

  async run(args, io) {
    const { values } = parsed(args, {
      stdio: { type: 'boolean' },
      'node-ipc': { type: 'boolean' },
      socket: { type: 'string' },
      pipe: { type: 'string' },
      // Editors add it, so that the server ends with them.
      clientProcessId: { type: 'string' },
    });
    if (!values.stdio && !values['node-ipc'] && values.socket === undefined && values.pipe === undefined)
      throw new Trouble(t('say --stdio: the server talks on stdin and stdout.'));
    await io.serve();
    return 0;
  },
};
