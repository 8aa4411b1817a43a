import { t } from '@vscode/l10n';
import type { JudgedScenario } from './scenario';
import { quiet } from './shown';

/** A message that was cut off before it names anything. */
const CUT =
  '{"version":1,"origin":{"name":"node01","module":"wazuh-execd"},"command":"add","parameters":{"extra_args":[],"alert":{"timesta';

export const malformedJson: JudgedScenario = {
  name: 'malformed-json',
  summary: () => t('The message is cut off in the middle: the script does nothing, and ends by itself.'),
  acts: [{ kind: 'line', line: CUT }],
  harmful: true,
  applies: () => true,
  looksFor: ['bad-json-crash', 'claims-without-act'],
  shown: quiet,
};
