import { describe, expect, it } from 'vitest';
import { read } from '../os-xml';
import { detectRole, detectShape } from './role';

const root = (...sections: readonly string[]) => `<ossec_config>${sections.join('')}</ossec_config>`;
const remote = '<remote><connection>secure</connection></remote>';
const client = '<client><server><address>10.0.0.1</address></server></client>';
const global = '<global><logall>no</logall></global>';
const ruleset = '<ruleset><rule_dir>ruleset/rules</rule_dir></ruleset>';
const command = '<command><name>a</name><executable>a.sh</executable></command>';
const agentSwitch = '<active-response><disabled>no</disabled></active-response>';
const response = '<active-response><command>a</command><location>local</location></active-response>';

describe('the role and shape of a file', () => {
  it.each([
    ['a manager', root(global, remote, ruleset), 'manager', 'whole'],
    ['an agent', root(client, agentSwitch), 'agent', 'whole'],
    ['a manager that forgot its <remote>', root(global, ruleset), 'manager', 'whole'],
    ['a manager that is a client of another', root(client, remote), 'manager', 'whole'],
    ['two roots', root(global) + root(remote), 'manager', 'whole'],
    ['commands and responses', root(command, response), 'manager', 'fragment'],
    ['a response alone', root(response), 'manager', 'fragment'],
    ['an agent’s switch alone', root(agentSwitch), 'agent', 'fragment'],
    [
      'an agent’s buffer',
      root('<client_buffer><disabled>no</disabled></client_buffer>'),
      'agent',
      'fragment',
    ],
    [
      'an agent’s sections without a root, one with a <command> in it',
      '<client_buffer><disabled>no</disabled></client_buffer><localfile><command>df</command></localfile>',
      'agent',
      'fragment',
    ],
    ['one section', root(global), 'manager', 'fragment'],
    ['sections without a root', command + response, 'manager', 'fragment'],
    ['agent.conf', '<agent_config os="Linux"><labels></labels></agent_config>', 'agent.conf', 'fragment'],
    ['a manager of Wazuh 5', `<wazuh_config>${remote}</wazuh_config>`, 'manager', 'whole'],
    ['its switch', `<wazuh_config>${agentSwitch}</wazuh_config>`, 'manager', 'fragment'],
    ['nothing', '', 'manager', 'fragment'],
  ])('%s', (_, text, role, shape) => {
    const xml = read(text);
    expect([detectRole(xml), detectShape(xml)]).toEqual([role, shape]);
  });
});
