import { describe, expect, it } from 'vitest';
import { bindingAt, bindings } from './binding';

const command = `<command><name>block-ip</name><executable>block-ip.py</executable>
  <extra_args>-v</extra_args><timeout_allowed>yes</timeout_allowed></command>`;
const response = `<active-response><command>block-ip</command><location>local</location>
  <rules_id>5712, 5720</rules_id><timeout>600</timeout></active-response>`;

function at(fixture: string) {
  return bindingAt(fixture.replace('$0', ''), fixture.indexOf('$0'));
}

describe('the response under the cursor', () => {
  it('runs the executable of its command', () => {
    const found = at(`<ossec_config>${command}${response.replace('local', 'lo$0cal')}</ossec_config>`);
    expect(found).toMatchObject({
      kind: 'binding',
      binding: { command: 'block-ip', executable: 'block-ip.py', extraArgs: '-v', timeout: 600 },
    });
    expect(found.kind === 'binding' && found.binding.trigger.ids.map(({ id }) => id)).toEqual([5712, 5720]);
  });

  it('is found above its command, and when it is switched off', () => {
    const off = response.replace('<location>', '<disabled>yes</disabled><location>$0');
    expect(at(`<ossec_config>${off}${command}</ossec_config>`)).toMatchObject({ kind: 'binding' });
  });

  it.each([
    ['no timeout where the command does not allow one', command.replace('yes', 'no'), response, 0],
    ['no timeout where none is asked for', command, response.replace('<timeout>600</timeout>', ''), 0],
    ['the number that Wazuh reads', command, response.replace('600', '10m'), 10],
    ['never less than nothing', command, response.replace('600', '-5'), 0],
  ])('has %s', (_, defined, bound, timeout) => {
    const [binding] = bindings(`<ossec_config>${defined}${bound}</ossec_config>`);
    expect(binding?.timeout).toBe(timeout);
  });

  it('says what is missing', () => {
    expect(at(`<ossec_config>$0${command}</ossec_config>`)).toEqual({ kind: 'none' });
    expect(at('<ossec_config><active-response>$0<location>local</location></active-response>')).toEqual({
      kind: 'no-command',
    });
    expect(at(`<ossec_config>${response.replace('local', '$0local')}</ossec_config>`)).toEqual({
      kind: 'undefined-command',
      command: 'block-ip',
    });
  });
});

describe('bindings of a file', () => {
  it('come in the order of the file, over several roots', () => {
    const other = response.replace('600', '60').replace('5712, 5720', '100');
    const text = `<ossec_config>${command}${response}</ossec_config><ossec_config>${other}</ossec_config>`;
    expect(bindings(text).map(({ timeout }) => timeout)).toEqual([600, 60]);
  });

  it('are none in a file of another kind', () => {
    expect(bindings('#!/bin/sh\necho hello')).toEqual([]);
  });
});
