import { t } from '@vscode/l10n';
import type { RunCheck } from './finding';

export const notExecutable: RunCheck = {
  code: 'not-executable',
  title: 'The file may not be run',
  explanation: [
    'execd runs the file itself, so it needs the permission to be run. Without it the start fails, and not a word of that',
    'is in any log: the process that was to become the script ends with 127 (wpopenv, src/shared/exec_op.c, 4.14.7).',
    '\n\nGive it mode 750 (`chmod 750`), and root and the group wazuh as owners, where it is deployed; in git,',
    '`git update-index --chmod=+x` keeps the permission.',
  ].join(' '),
  judge({ executable, name }) {
    if (executable) return undefined;
    return {
      message: t(
        'The file may not be run, so execd cannot start it. It was tried all the same. Give it mode 750 where it is deployed: chmod 750 {0}.',
        name,
      ),
      evidence: t('No permission to execute is set.'),
    };
  },
};
