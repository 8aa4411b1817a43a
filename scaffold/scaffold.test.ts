import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { stockCatalog } from '../wazuh/catalog/for-tests';
import { requestProblem } from './check-request';
import { type ScaffoldRequest, type ScriptLanguage, scaffold, templates } from './index';
import { nameProblem } from './name';

const data = (file: string) => readFileSync(path.join(import.meta.dirname, 'templates', file), 'utf8');

const request: ScaffoldRequest = {
  template: 'block-ip',
  language: 'python',
  name: 'block-ip',
  where: { location: 'local' },
  when: { rulesId: [5712, 5763] },
  timeout: 300,
};

const every = templates().flatMap(({ id, languages }) =>
  languages.map((language): [string, ScriptLanguage] => [id, language]),
);

describe('every template', () => {
  it.each(every)('%s in %s is a whole script', (id, language) => {
    const found = templates().find((one) => one.id === id);
    if (!found) throw new Error(id);
    const { script } = scaffold({ ...request, template: found.id, language, name: id }, data);
    expect(script.mode).toBe(0o755);
    expect(script.text).toMatch(/^#!\/(?:usr\/bin\/env python3|bin\/bash)\n/);
    expect(script.text).toMatch(/\n$/);
    expect(script.text).not.toMatch(/\n\n$|\r|\t| \n/);
    expect(script.text.match(/How it talks to Wazuh/g)).toHaveLength(1);
    expect(script.text.includes('check_keys')).toBe(found.stateful);
    // Each function is defined once: the action has taken the place of the frame's.
    const functions = [...script.text.matchAll(/^(?:def (\w+)\(|(\w+)\(\) \{)/gm)].map(([head]) => head);
    expect(functions).toEqual([...new Set(functions)]);
    for (const [, name] of script.text.matchAll(/^import ([\w.]+)$/gm)) {
      expect(script.text.split(`${name}.`).length).toBeGreaterThan(1);
    }
  });
});

it('no suggested name is one that Wazuh has', () => {
  const reserved = [...stockCatalog.stockCommands, ...stockCatalog.shippedExecutables].map(
    ({ name }) => name,
  );
  for (const { suggestedName } of templates().filter((one) => one.suggestedName !== '')) {
    expect(nameProblem(suggestedName, 'python', reserved)).toBeUndefined();
  }
});

describe('the blocks', () => {
  const text = (of: ScaffoldRequest) => scaffold(of, data).blocks;

  it('bind a stateful response', () => {
    expect(text(request).command).toBe(
      [
        '<command>',
        '  <name>block-ip</name>',
        '  <executable>block-ip.py</executable>',
        '  <timeout_allowed>yes</timeout_allowed>',
        '</command>',
      ].join('\n'),
    );
    expect(text(request).activeResponse).toBe(
      [
        '<active-response>',
        '  <disabled>no</disabled>',
        '  <command>block-ip</command>',
        '  <location>local</location>',
        '  <rules_id>5712,5763</rules_id>',
        '  <timeout>300</timeout>',
        '</active-response>',
      ].join('\n'),
    );
  });

  it('bind a stateless one, with everything else that can be said', () => {
    const of: ScaffoldRequest = {
      template: 'notify',
      language: 'bash',
      name: 'tell.sh',
      where: { location: 'defined-agent', agentId: '007' },
      when: { level: 12, rulesGroup: 'sshd,|web,' },
      extraArgs: 'https://hooks.example.com/?a=1&b=2',
    };
    expect(text(of).command.split('\n')).toEqual([
      '<command>',
      '  <name>tell</name>',
      '  <executable>tell.sh</executable>',
      '  <extra_args>https://hooks.example.com/?a=1&b=2</extra_args>',
      '  <timeout_allowed>no</timeout_allowed>',
      '</command>',
    ]);
    expect(text(of).activeResponse.split('\n').slice(2, -1)).toEqual([
      '  <command>tell</command>',
      '  <location>defined-agent</location>',
      '  <agent_id>007</agent_id>',
      '  <level>12</level>',
      '  <rules_group>sshd,|web,</rules_group>',
    ]);
  });

  it('say what was asked for, whatever that is', () => {
    const value = fc.stringMatching(/^[\w,|&.:/?=-]{1,20}$/);
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 1e9 }), (rulesGroup, extraArgs, timeout) => {
        const { command, activeResponse } = text({ ...request, when: { rulesGroup }, extraArgs, timeout });
        const parser = new XMLParser({ parseTagValue: false, processEntities: false });
        expect(parser.parse(command).command.extra_args).toBe(extraArgs);
        expect(parser.parse(activeResponse)['active-response']).toMatchObject({
          rules_group: rulesGroup,
          timeout: String(timeout),
        });
      }),
    );
  });
});

describe('the steps', () => {
  it.each<[ScaffoldRequest['where'], string]>([
    [{ location: 'local' }, 'On every agent whose alerts may start it'],
    [{ location: 'server' }, 'On the manager'],
    [{ location: 'all' }, 'On every agent; the manager'],
    [{ location: 'defined-agent', agentId: '007' }, 'On agent 007'],
  ])('for %j begin where the script must lie', (where, words) => {
    const [first] = scaffold({ ...request, where }, data).steps;
    expect(first?.text.slice(0, words.length)).toBe(words);
    expect(first?.commands).toEqual([
      'sudo install -o root -g wazuh -m 750 block-ip.py /var/ossec/active-response/bin/block-ip.py',
    ]);
  });
});

describe('a name', () => {
  const reserved = ['firewall-drop', 'netsh.exe', 'restart.sh', 'kaspersky.py'];
  it.each([
    ['block-ip', ''],
    ['block-ip.py', ''],
    ['Block_IP', ''],
    ['', 'Give the response a name'],
    ['.py', 'Give the response a name'],
    ['!x', 'A name must not begin with !'],
    ['a/b', 'A name must not hold a folder'],
    ['..', 'A name must not hold a folder'],
    ['a\\b', 'A name must not hold a folder'],
    ['a b', 'A name must not hold blanks'],
    ['-a', 'Use letters'],
    ['é', 'Use letters'],
    ['a<b', 'Use letters'],
    ['block1', 'End the name with a letter'],
    ['firewall-drop', 'firewall-drop is a response that Wazuh ships'],
    ['kaspersky', 'kaspersky is a response that Wazuh ships'],
    ['x'.repeat(300), 'The name is too long'],
  ])('%j: %j', (name, words) => {
    expect((nameProblem(name, 'python', reserved) ?? '').slice(0, words.length || 1)).toBe(words);
  });
});

describe('a request', () => {
  it.each<[string, Partial<ScaffoldRequest>]>([
    ['', {}],
    ['Say which alerts start', { when: {} }],
    ['A rule id is a number', { when: { rulesId: [0] } }],
    ['A level is a number', { when: { level: 17 } }],
    ['An agent id is a number', { where: { location: 'defined-agent', agentId: '000' } }],
    ['A timeout is a whole number', { timeout: 0 }],
    ['This response cannot be undone', { template: 'notify' }],
    ['A value cannot hold', { extraArgs: 'a\nb' }],
    ['A name must not', { name: 'a b' }],
  ])('%j for %j', (words, change) => {
    expect((requestProblem({ ...request, ...change }, []) ?? '').slice(0, words.length || 1)).toBe(words);
  });
});
