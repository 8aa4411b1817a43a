import { expect, it } from 'vitest';
import { applied } from './edits';
import { parsed, stockContext, wrapped } from './for-tests';
import { check } from './run';

const local = '<location>local</location>';
const agent = '<location>defined-agent</location>';

function response(children: string): string {
  return `<active-response>\n${children}\n</active-response>`;
}

function command(name: string, executable: string): string {
  return `<command><name>${name}</name><executable>${executable}</executable></command>`;
}

/** The text after the preferred fix of a code, each snippet in a manager's file. */
it.each([
  [
    'moves a command above its first use',
    'command-defined-below',
    `  ${response(`<command>a</command>${local}`)}\n  <command>\n    <name>a</name>\n    <executable>a</executable>\n  </command>\n`,
    `  <command>\n    <name>a</name>\n    <executable>a</executable>\n  </command>\n  ${response(`<command>a</command>${local}`)}\n`,
  ],
  [
    'defines a command, with a timeout if the response has one',
    'command-not-defined',
    '  <active-response>\n    <command>mine</command>\n    <location>local</location>\n    <timeout>60</timeout>\n  </active-response>',
    '  <command>\n    <name>mine</name>\n    <executable>mine</executable>\n    <timeout_allowed>yes</timeout_allowed>\n  </command>\n  <active-response>\n    <command>mine</command>\n    <location>local</location>\n    <timeout>60</timeout>\n  </active-response>',
  ],
  [
    'writes one response for each agent',
    'agent-id-list',
    response(`<command>netsh</command>${agent}<agent_id>001, 002</agent_id>`),
    ['001', '002']
      .map((id) => response(`<command>netsh</command>${agent}<agent_id>${id}</agent_id>`))
      .join('\n'),
  ],
  [
    'takes the rules of a range that there are',
    'rules-id-ignored',
    response(`<command>netsh</command>${local}<rules_id>5707-5710</rules_id>`),
    response(`<command>netsh</command>${local}<rules_id>5707,5709,5710</rules_id>`),
  ],
  [
    'counts in seconds',
    'timeout-number',
    response(`<command>netsh</command>${local}<timeout>2 hours</timeout>`),
    response(`<command>netsh</command>${local}<timeout>7200</timeout>`),
  ],
  [
    'leaves the interpreter to the script',
    'executable-arguments',
    command('m', '/bin/bash /opt/x.sh -v'),
    '<command><name>m</name><executable>x.sh</executable><extra_args>-v</extra_args></command>',
  ],
  [
    'renames a command where it is used',
    'command-name-reserved',
    command('!m', 'm.sh') + response(`<command>!m</command>${local}`),
    command('m', 'm.sh') + response(`<command>m</command>${local}`),
  ],
  [
    'matches a group alone, also where it stands last',
    'rules-group-substring',
    response(`<command>netsh</command>${local}<rules_group>git_pull_request</rules_group>`),
    response(
      `<command>netsh</command>${local}<rules_group>git_pull_request,|git_pull_request$</rules_group>`,
    ),
  ],
  [
    'writes one entry of the white list for each address',
    'white-list-never-matches',
    '  <global>\n    <white_list>10.0.0.5, 10.1.*, 2001:db8::1</white_list>\n  </global>',
    '  <global>\n    <white_list>10.0.0.5</white_list>\n    <white_list>10.1.0.0/16</white_list>\n    <white_list>^2001:db8::1$</white_list>\n  </global>',
  ],
  [
    'makes a network of the beginning of an address',
    'white-list-substring',
    '<global><white_list>192.168.</white_list></global>',
    '<global><white_list>192.168.0.0/16</white_list></global>',
  ],
])('a fix %s', (_, code, before, after) => {
  const text = wrapped(before);
  const found = check(parsed(text), stockContext).find((one) => one.code === code);
  const fix = found?.fixes?.find(({ preferred }) => preferred) ?? found?.fixes?.[0];
  expect(applied(text, fix?.edits ?? [])).toBe(wrapped(after));
});
