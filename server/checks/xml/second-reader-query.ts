import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderQuery = clusterdCheck('query', {
  portable: false,
  title: 'Query that the cluster daemon cannot read',
  explanation:
    'wazuh-clusterd writes each `<query>` of a `<localfile>` out again and expects one line without attributes. With an ' +
    'attribute (`type`, `level`), without a text, or with a line break that no blank follows it stops, and the manager ' +
    'does not start. Agents know no such trouble ' +
    '(_read_option, framework/wazuh/core/configuration.py).',
  example: {
    bad: `<localfile>
  <location>macos</location>
  <log_format>macos</log_format>
  ⟦<query type="log" level="info">⟧process == "sshd"</query>
</localfile>`,
    good: `<localfile>
  <location>macos</location>
  <log_format>macos</log_format>
  <query>process == "sshd"</query>
</localfile>`,
  },
  advice: () =>
    t(
      'On a manager the query needs a text of one line and must have no attributes. Put it into an agent’s file.',
    ),
});
