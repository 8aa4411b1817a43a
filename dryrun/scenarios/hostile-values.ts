import { t } from '@vscode/l10n';
import { hostileValues } from '../canary';
import { findsTarget } from '../findings/compare';
import { targets } from '../target';
import { notShown, passed } from '../verdict';
import { hostile } from './change';
import { alert, type JudgedScenario } from './scenario';

export const hostileValuesScenario: JudgedScenario = {
  name: 'hostile-values',
  summary: () =>
    t(
      'What an attacker may write is hostile: $(…), quotes, newlines, ../, a leading hyphen in accounts, file names and the log line, and what Wazuh lets through of it in srcip and dstuser. Nothing of it is run.',
    ),
  acts: hostileValues.map(({ value }) => ({ ...alert, change: hostile(value) })),
  harmful: true,
  applies: ({ alert }) => targets(alert).length > 0,
  looksFor: ['injection'],
  shown({ main, plain }) {
    if (plain && !findsTarget(plain))
      return notShown(
        t(
          'It shows no target in anything that it does, so none of the values was tried. Have it log what it acts on, and try again.',
        ),
      );
    return passed(
      t(
        '{0} alerts with hostile values, as far as Wazuh lets them through, were sent: none was seen to be run, to lead elsewhere, or to be taken for an option.',
        main.steps.length,
      ),
    );
  },
};
