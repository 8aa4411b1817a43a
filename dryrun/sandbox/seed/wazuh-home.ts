import { WAZUH_HOME } from '../layers';
import { type Entry, file, folder } from './entry';
import { wazuhPrograms } from './wazuh-programs';

/** Where Wazuh and its responses log. */
export const LOGS = `${WAZUH_HOME}/logs`;

/** Where responses log: what the stock `<localfile>` collects. */
export const RESPONSE_LOG = `${LOGS}/active-responses.log`;

/** A file that lies in active-response/bin. */
export interface Program {
  readonly name: string;
  readonly content: Buffer;
}

/** A response as the configuration binds it. */
export interface Binding {
  readonly name: string;
  readonly executable: string;
  /** Seconds. */
  readonly timeout: number;
}

/** Wazuh's home with what a response expects there. Modes as the installer sets them. */
export function wazuhHome(programs: readonly Program[], binding: Binding): readonly Entry[] {
  const at = (path: string) => `${WAZUH_HOME}/${path}`;
  const folders = [
    ...['', 'bin', 'etc', 'etc/decoders', 'etc/lists', 'etc/rules', 'etc/shared', 'logs', 'logs/alerts'],
    ...['queue', 'queue/alerts', 'queue/sockets', 'tmp', 'var', 'var/run'],
  ];
  return [
    ...folders.map((path) => folder(path === '' ? WAZUH_HOME : at(path), 0o750)),
    folder(at('active-response'), 0o750),
    folder(at('active-response/bin'), 0o750),
    ...wazuhPrograms(),
    ...programs.map(({ name, content }) => file(at(`active-response/bin/${name}`), content, 0o750)),
    file(RESPONSE_LOG, '', 0o660),
    file(at('logs/ossec.log'), '', 0o660),
    file(at('etc/ossec.conf'), configuration(binding), 0o660),
    file(at('etc/client.keys'), `001 agent01 any ${'0123456789abcdef'.repeat(4)}\n`, 0o640),
    file(at('etc/local_internal_options.conf'), '', 0o640),
    file(at('etc/shared/agent.conf'), '<agent_config>\n</agent_config>\n', 0o660),
    file(at('etc/shared/ar.conf'), `${binding.name} - ${binding.executable} - ${binding.timeout}\n`, 0o640),
  ];
}

function configuration({ executable, timeout }: Binding): string {
  const stateful = timeout === 0 ? [] : ['    <timeout_allowed>yes</timeout_allowed>'];
  return [
    '<ossec_config>',
    '  <command>',
    '    <name>dry-run</name>',
    `    <executable>${executable}</executable>`,
    ...stateful,
    '  </command>',
    '  <active-response>',
    '    <command>dry-run</command>',
    '    <location>local</location>',
    ...(timeout === 0 ? [] : [`    <timeout>${timeout}</timeout>`]),
    '  </active-response>',
    '</ossec_config>',
    '',
  ].join('\n');
}
