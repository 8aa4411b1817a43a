import { describe, expect, it } from 'vitest';
import { read } from '../os-xml';
import { type Configuration, configuration } from './configuration';
import { commandOf, fate } from './fate';

function manager(body: string): Configuration {
  return configuration(read(`<ossec_config>${body}</ossec_config>`), 'manager', 'whole');
}

const commandA = '<command><name>a</name><executable>a.sh</executable></command>';

describe('the sections of a file', () => {
  it.each([
    [
      'over all roots',
      `${commandA}</ossec_config><ossec_config><global><logall>no</logall></global>`,
      'command global',
    ],
    ['without variables', '<var name="x">1</var><global/><VAR/>', 'global'],
    ['as a torn tag leaves them', `<glob${commandA}`, 'command'],
  ])('%s', (_, body, names) => {
    const found = manager(body).sections.map(({ name }) => name);
    expect(found.filter((name) => names.split(' ').includes(name)).join(' ')).toBe(names);
  });

  it('without a root, are the elements at the top', () => {
    const found = configuration(read(`${commandA}<global/>`), 'manager');
    expect(found.sections.map(({ name, root }) => [name, root])).toEqual([
      ['command', undefined],
      ['global', undefined],
    ]);
  });

  it('know their wodle by name', () => {
    expect(manager('<wodle name="syscollector"/>').sections[0]?.wodle).toBe('syscollector');
  });
});

describe('a variable', () => {
  it.each([
    ['gives its children to the section before it', '<global/><var><a/></var>', 'global(a)'],
    ['gives none to the section behind it', '<var><a/></var><global/>', 'global()'],
    ['inside a section hides itself alone', '<global><b/><var/><c/></global>', 'global(b c)'],
    ['deeper down feeds the element before it', '<global><b/><var><d/></var></global>', 'global(b)'],
  ])('%s', (_, body, expected) => {
    const shown = manager(body).sections.map(
      ({ name, children }) => `${name}(${children.map((child) => child.name).join(' ')})`,
    );
    expect(shown.join(' ')).toBe(expected);
  });

  it('feeds an element of any depth', () => {
    const { sections, children } = manager('<global><b/><var><d/></var></global>');
    const [b] = sections[0]?.children ?? [];
    expect(children(b).map(({ name }) => name)).toEqual(['d']);
  });
});

describe('a section', () => {
  it.each([
    ['whole', commandA, true],
    ['with an open tag', '<command><name>a</name><executable>a.sh', false],
    ['with a half-typed tag', '<command><name>a</name><exe</command>', false],
  ])('%s', (_, body, whole) => {
    const section = manager(body).sections.find(({ name }) => name === 'command');
    expect(section?.whole).toBe(whole);
  });
});

describe('the fate of a response', () => {
  const local = '<location>local</location>';
  it.each([
    ['in force', `<command>a</command>${local}`, 'bound'],
    [
      'disabled, whatever else it says',
      `<disabled>no</disabled><disabled>yes</disabled><command>?</command>`,
      'disabled',
    ],
    ['without a location', '<command>a</command>', 'incomplete'],
    ['with an empty command', `<command/>${local}`, 'incomplete'],
    ['incomplete, with offenders', '<repeated_offenders>1</repeated_offenders>', 'passed-over'],
    ['without an agent', '<command>a</command><location>defined-agent</location>', 'no-agent'],
    [
      'for agent 000, whatever its command',
      '<command>?</command><location>defined-agent</location><agent_id>000</agent_id>',
      'dropped',
    ],
    ['nowhere', '<command>?</command><location>agent</location>', 'no-target'],
    ['with an unknown command', `<command>?</command>${local}`, 'no-command'],
    ['whose last values count', `<command>?</command><command>a</command>${local}`, 'bound'],
  ])('%s', (_, children, expected) => {
    const found = manager(`${commandA}<active-response>${children}</active-response>`);
    expect(found.responses.map((response) => fate(found, response).kind)).toEqual([expected]);
  });

  it('takes the first of two commands, and none that stands below', () => {
    const use = `<active-response><command>a</command>${local}</active-response>`;
    const second = '<command><name>a</name><executable>b.sh</executable></command>';
    const found = manager(`${use}${commandA}${second}${use}`);
    expect(found.responses.map((response) => commandOf(found, response)?.executable?.text)).toEqual([
      undefined,
      'a.sh',
    ]);
  });
});

describe('a fragment', () => {
  const response = '<active-response><command>a</command><location>local</location></active-response>';
  it.each([
    ['may run a command that is defined elsewhere', response, 'bound'],
    ['may not run one that it defines below', response + commandA, 'no-command'],
  ])('%s', (_, body, expected) => {
    const found = configuration(read(body), 'manager', 'fragment');
    expect(found.responses.map((one) => fate(found, one).kind)).toEqual([expected]);
  });
});
