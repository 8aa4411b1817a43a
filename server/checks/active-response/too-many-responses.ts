import { t } from '@vscode/l10n';
import { arLines } from '../../../wazuh/model';
import type { Check } from '../check';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';

/** Lines that execd holds beside the two names that every ar.conf begins with. */
const most = 62;

export const tooManyResponses: Check = {
  code: 'too-many-responses',
  severity: 'warning',
  wazuh: null,
  silent: 'execd never compares the number of lines with the size of its arrays.',
  title: 'More responses than execd has room for',
  explanation:
    'execd keeps the lines of `ar.conf` in arrays with 65 places and never checks the bound; two are taken by Wazuh’s ' +
    'own restart responses. Each response in force writes a line, and takes a place on every machine that has its ' +
    'executable, also where command and timeout are the same as before. Above 62 execd writes beyond the arrays. ' +
    'Let one response name several rules (`MAX_AR`, ReadExecConfig in src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: many(63, '⟦firewall-drop⟧'),
    good: many(62, 'firewall-drop'),
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    const lines = arLines(configuration);
    const { command } = lines[most]?.response ?? {};
    if (!command) return;
    yield {
      span: valuePlace(command.element),
      message: t(
        '{0} responses are in force. execd has room for {1}; with this one and those below it damages its own memory. Put their rules into fewer responses.',
        lines.length,
        most,
      ),
    };
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
