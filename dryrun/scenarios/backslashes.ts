import { t } from '@vscode/l10n';
import { withBackslashes } from './change';
import { alert, type JudgedScenario } from './scenario';
import { asPlain } from './shown';

export const backslashes: JudgedScenario = {
  name: 'backslashes',
  summary: () =>
    t(
      'The log line is from Windows or a web server, full of backslashes and quotes: the script acts as ever.',
    ),
  acts: [{ ...alert, change: withBackslashes }],
  applies: () => true,
  looksFor: ['mangles-input'],
  shown: asPlain,
};
