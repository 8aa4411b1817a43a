import { t } from '@vscode/l10n';
import { type ActiveResponse, type Configuration, fate, runsAt, type Section } from '../../../wazuh/model';
import { features } from '../../../wazuh/versions';
import type { Check, Fix } from '../check';
import { remove } from '../edits';
import { says, willNotStart } from '../says';

export const goneInWazuh5: Check = {
  code: 'gone-in-wazuh-5',
  severity: 'warning',
  wazuh: null,
  title: 'Commands and responses that Wazuh 5 no longer reads',
  explanation:
    'Wazuh 5 does not know `<command>`: every daemon that meets one refuses the file, on agents too. A manager passes ' +
    'over `<active-response>` without reading it. A response is made in the dashboard instead: a channel with a name, an ' +
    'executable, extra arguments, stateless or stateful with a timeout, and a location (`local`, `defined-agent` or ' +
    '`all`; `server` is gone), and an alerting monitor that triggers it in place of rule ids, groups and levels. Of the ' +
    'programs that Wazuh ships, `block-ip` takes the place of all that block an address. An agent keeps its block with ' +
    '`disabled`, `repeated_offenders`, `ca_store` and `ca_verification` in `ossec.conf` ' +
    '(read_main_elements in src/config/src/config.c; src/os_execd/src/config.c, tag v5.0.0-beta4).',
  since: '5.0',
  example: {
    bad: `<wazuh_config>
  <⟦command⟧>
    <name>block-ip</name>
    <executable>block-ip.py</executable>
  </command>
  <⟦active-response⟧>
    <command>block-ip</command>
    <location>local</location>
    <rules_id>5712</rules_id>
  </active-response>
</wazuh_config>`,
    good: `<wazuh_config>
  <remote>
    <port>1514</port>
  </remote>
</wazuh_config>`,
    given: { version: '5.0' },
  },
  *run(configuration, { version }) {
    if (features(version).commandsInConfiguration) return;
    const { role, commands, responses, sections, xml } = configuration;
    const removal = ({ element }: Section): readonly Fix[] => [
      { title: t('Remove this block'), edits: [remove(xml.text, element)], preferred: false },
    ];
    for (const section of sections.filter(({ name }) => name === 'command')) {
      yield {
        span: section.element.nameSpan,
        severity: 'error',
        wazuh: '1230',
        message: willNotStart(
          says('1230', 'command'),
          commands.length > 0 && role === 'manager'
            ? t('Wazuh 5 has no <command> any more. Make the response in the dashboard, and remove this.')
            : t('Wazuh 5 has no <{0}> any more. Remove it.', 'command'),
        ),
        fixes: removal(section),
      };
    }
    if (role !== 'manager') return;
    for (const response of responses) {
      yield {
        span: response.section.element.nameSpan,
        message: t('Wazuh 5 does not read this on a manager. {0}', replacement(configuration, response)),
        fixes: removal(response.section),
        tag: 'unnecessary',
      };
    }
  },
};

/** What to fill in in the dashboard for this response. */
function replacement(configuration: Configuration, response: ActiveResponse): string {
  const outcome = fate(configuration, response);
  if (outcome.kind !== 'bound') return t('Remove it.');
  const { command, targets, timeout } = outcome;
  const location = runsAt(targets);
  const program = successor(command?.executable?.text ?? response.command?.text ?? '');
  const type = timeout > 0 ? t('stateful, {0} seconds', timeout) : t('stateless');
  return location === 'server' && !features('5.0').runsOnManager
    ? t(
        'Responses no longer run on the manager. Make one in the dashboard for an agent: {0}, {1}.',
        program,
        type,
      )
    : t('Make it in the dashboard: {0}, {1}, location {2}.', program, type, location ?? 'local');
}

/** What Wazuh 5 ships in the place of a program that it no longer ships; any other program as it is. */
function successor(executable: string): string {
  const { goneExecutables } = features('5.0');
  if (!Object.hasOwn(goneExecutables, executable)) return t('executable {0}', executable);
  const next = goneExecutables[executable];
  return next
    ? t('executable {0} (Wazuh 5 ships no {1})', next, executable)
    : t('an executable of your own (Wazuh 5 ships no {0}, nor anything like it)', executable);
}
