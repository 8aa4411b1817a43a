import { t } from '@vscode/l10n';
import { arLines } from '../../../wazuh/model';
import type { Check } from '../check';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';

/** Names that execd holds beside the two that every ar.conf begins with. */
const most = 62;

export const tooManyResponses: Check = {
  code: 'too-many-responses',
  severity: 'warning',
  wazuh: null,
  silent: 'execd never compares the number of lines with the size of its arrays.',
  title: 'More responses than execd has room for',
  explanation:
    'execd keeps the lines of `ar.conf` in arrays with 65 places and never checks the bound; two are taken by Wazuh’s ' +
    'own restart responses. Each pair of a command and a timeout takes one place. Above 62 pairs it writes beyond the ' +
    'arrays, on every agent: let responses share commands and timeouts ' +
    '(`MAX_AR`, ReadExecConfig in src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: many(63, '⟦firewall-drop⟧'),
    good: many(62, 'firewall-drop'),
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    const names = new Set<string>();
    for (const { name, response } of arLines(configuration)) {
      names.add(name);
      if (names.size <= most || !response.command) continue;
      yield {
        span: valuePlace(response.command.element),
        message: t(
          'With this one there are {0} pairs of command and timeout. execd has room for {1}; beyond that it damages its own memory.',
          names.size,
          most,
        ),
      };
      return;
    }
  },
};

function many(count: number, last: string): string {
  const block = (timeout: number, command: string) => `<active-response>
  <command>${command}</command>
  <location>local</location>
  <rules_id>${100_000 + timeout}</rules_id>
  <timeout>${timeout}</timeout>
</active-response>`;
  return Array.from({ length: count }, (_, i) => block(i + 1, i + 1 === count ? last : 'firewall-drop')).join(
    '\n',
  );
}
