import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { readRules, ruleIndex } from '../../wazuh/ruleset';
import { activeResponseChecks } from './active-response';
import type { Diagnostic } from './check';
import { commandChecks } from './command';
import type { Context } from './context';
import { parsed, stockContext, unmark, wrapped } from './for-tests';
import { check } from './run';
import { wazuh5Checks } from './wazuh-5';

const ours = new Set([...commandChecks, ...activeResponseChecks, ...wazuh5Checks].map(({ code }) => code));

function diagnose(text: string, context: Partial<Context> = {}): readonly Diagnostic[] {
  return check(parsed(text), { ...stockContext, ...context }).filter(({ code }) => ours.has(code));
}

/** What is said of a snippet: `severity code` at each mark, in order. */
type Row = readonly [snippet: string, said: string];

/** Holds each snippet, put where `around` puts it, to what is said of it. */
function verify(rows: readonly Row[], around: (snippet: string) => string, context?: Partial<Context>): void {
  it.each(rows)('%s → %s', (snippet, said) => {
    const { text, spans } = unmark(around(snippet));
    const found = diagnose(text, context);
    expect(found.map(({ severity, code }) => `${severity} ${code}`).join(', ')).toBe(said);
    expect(found.map(({ span }) => span)).toEqual(spans);
  });
}

/** A manager's file with a response of firewall-drop. */
function response(children: string): string {
  return wrapped(`<active-response><command>firewall-drop</command>${children}</active-response>`);
}

const root = (body: string) => `<ossec_config>${body}</ossec_config>`;
const local = '<location>local</location>';
const rule = '<rules_id>5712</rules_id>';

describe('a trigger', () => {
  verify(
    [
      [rule, ''],
      ['<level>⟦0⟧</level><rules_id>5712</rules_id>', 'information level-out-of-reach'],
      ['<level>⟦17⟧</level>', 'warning level-out-of-reach'],
      ['<level>16</level>', ''],
      ['<level>⟦3⟧</level>', 'warning response-loop'],
      ['<level>⟦-1⟧</level><rules_id>5712</rules_id>', 'error level-value'],
      ['<rules_id>⟦abc⟧</rules_id>', 'warning rules-id-ignored'],
      ['<rules_id>5712 ⟦5720⟧</rules_id>', 'warning rules-id-ignored'],
      ['<rules_id>5712,⟦100234⟧</rules_id>', 'information rule-unknown'],
      ['<rules_id>⟦1⟧</rules_id>', 'warning rule-never-responds'],
      ['<rules_group>sshd,|web,</rules_group>', ''],
      ['<rules_group>⟦syscheck,⟧</rules_group>', 'warning alert-field-missing'],
      ['<rules_group>⟦ sshd,⟧</rules_group>', 'warning surrounding-blanks'],
      ['<rules_group>⟦(⟧</rules_group>', 'warning rules-group-no-match'],
      ['<rules_group>sshd,|⟦shhd,⟧</rules_group>', 'warning rules-group-no-match'],
      ['<rules_group>⟦smartd,⟧</rules_group>', 'warning rules-group-no-match'],
      ['<rules_group>⟦our_own_group,⟧</rules_group>', 'information rules-group-no-match'],
      ['<rules_group>web</rules_group>', ''],
      ['<level>16</level><rules_group>⟦sshd,⟧</rules_group>', 'warning level-and-group'],
    ],
    (snippet) => response(local + snippet),
  );
});

describe('a trigger of custom rules', () => {
  const rule = (id: number, level: number, group: string) =>
    `<rule id="${id}" level="${level}"><description>x</description><group>${group}</group></rule>`;
  const file = `<group name="own,">${rule(100_001, 7, 'site_a,')}${rule(100_002, 0, 'site_b,')}</group>`;
  const custom = readRules(read(file), 'local_rules.xml', 'file:///w/rules/local_rules.xml');
  verify(
    [
      ['<rules_id>100001</rules_id>', ''],
      ['<rules_id>⟦100002⟧</rules_id>', 'warning rule-never-responds'],
      ['<rules_id>⟦100003⟧</rules_id>', 'information rule-unknown'],
      ['<rules_group>site_a,</rules_group>', ''],
      ['<rules_group>⟦site_b,⟧</rules_group>', 'warning rules-group-no-match'],
      ['<rules_group>⟦elsewhere,⟧</rules_group>', 'warning rules-group-no-match'],
    ],
    (snippet) => response(local + snippet),
    { rules: ruleIndex(stockContext.catalog, custom) },
  );
});

describe('a place', () => {
  verify(
    [
      ['<location>LOCAL</location>', ''],
      ['<location> server </location>', ''],
      ['<location>AS</location>', ''],
      ['<location>any</location>', ''],
      ['<location>⟦localhost⟧</location>', 'warning location-by-accident'],
      ['<location>⟦defined-agent,all⟧</location><agent_id>001</agent_id>', 'warning location-combined'],
      ['<location>⟦defined-agent⟧</location>', 'error agent-id-missing'],
      ['<location>defined-agent</location><agent_id>⟦abc⟧</agent_id>', 'warning agent-id-zero'],
      ['<location>defined-agent</location>⟦<agent_id/>⟧', 'warning agent-id-zero'],
      ['<location>defined-agent</location><agent_id> 7⟦x⟧</agent_id>', 'warning agent-id-list'],
      ['<location>⟦manager⟧</location>', 'error location-invalid'],
    ],
    (snippet) => response(rule + snippet),
  );
});

describe('a timeout', () => {
  verify(
    [
      ['<timeout>600</timeout>', ''],
      ['<timeout> 600 </timeout>', ''],
      ['<timeout>0</timeout>', ''],
      ['<timeout>⟦1h⟧</timeout>', 'warning timeout-number'],
      ['<timeout>⟦-5⟧</timeout>', 'warning timeout-number'],
      ['<timeout>⟦4294967297⟧</timeout>', 'warning timeout-number'],
      ['<timeout>⟦1e3⟧</timeout>', 'warning timeout-number'],
      ['⟦<timeout></timeout>⟧', 'warning timeout-number'],
    ],
    (snippet) => response(local + rule + snippet),
  );
});

describe('repeated offenders', () => {
  verify(
    [
      ['30,60,120', ''],
      [' 1 , 2 ', ''],
      ['1,2,3,4,5', ''],
      ['⟦1,2,3,4,5,6⟧', 'warning repeated-offenders-list'],
      ['⟦abc⟧', 'warning repeated-offenders-list'],
      ['⟦1,0,5⟧', 'warning repeated-offenders-list'],
      ['⟦30m⟧', 'warning repeated-offenders-list'],
    ],
    (list) =>
      response(
        `<location>server</location>${rule}<timeout>9</timeout><repeated_offenders>${list}</repeated_offenders>`,
      ),
  );
});

describe('a switch', () => {
  const block = (location: string, head = '') =>
    `<active-response>${head}<command>firewall-drop</command><location>${location}</location>${rule}</active-response>`;
  const no = '<disabled>no</disabled>';
  const off = '<active-response><disabled>yes</disabled></active-response>';
  const marked = '<active-response>⟦<disabled>yes</disabled>⟧</active-response>';
  verify(
    [
      [off, ''],
      [block('local', no) + marked, 'warning disabled-silences-responses'],
      [block('server', no) + marked + block('all'), 'warning disabled-silences-responses'],
      [block('server', no) + off + block('local'), ''],
      [marked + block('local'), 'information disabled-stops-execd'],
      [marked + block('server'), 'warning disabled-stops-execd'],
      [off + block('all'), ''],
      ['<active-response><disabled>yes</disabled><command>nope</command></active-response>', ''],
      ['<active-response><disabled>yes</disabled><⟦zzz⟧/></active-response>', 'error response-unknown-child'],
      [block('local', '<disabled>⟦ yes⟧</disabled>'), 'error disabled-value'],
    ],
    wrapped,
  );
});

describe('a stock script', () => {
  verify(
    [
      ['firewall-drop</command><rules_id>5710', ''],
      ['disable-account</command><rules_id>⟦5710⟧', 'warning alert-field-missing'],
      ['disable-account</command><rules_id>5715', ''],
      ['firewall-drop</command><rules_id>⟦550⟧', 'warning alert-field-missing'],
      ['netsh</command><rules_id>⟦92102⟧', 'warning blocks-destination'],
      ['restart-wazuh</command><rules_id>550', ''],
    ],
    (snippet) => wrapped(`<active-response>${local}<command>${snippet}</rules_id></active-response>`),
  );
});

describe('the white list', () => {
  verify(
    [
      ['127.0.0.1', ''],
      ['^localhost.localdomain$', ''],
      ['10.0.0.0/255.0.0.0', ''],
      ['proxy.example.com', ''],
      ['^10.0.', ''],
      ['^2001:db8::1$', ''],
      ['⟦0.0.0.0/0⟧', 'warning white-list-everything'],
      ['⟦localhost|⟧', 'warning white-list-everything'],
      ['⟦!proxy⟧', 'warning white-list-everything'],
      ['⟦!10.0.0.5⟧', 'warning white-list-negated'],
      ['⟦ 10.0.0.5⟧', 'warning white-list-never-matches'],
      ['⟦10.0.0.1-10.0.0.9⟧', 'warning white-list-never-matches'],
      ['⟦0.0.0.0/0.0.0.0⟧', 'warning white-list-never-matches'],
      ['⟦2001:db8::/32⟧', 'warning white-list-never-matches'],
      ['⟦10.0.0.1|10.0.0.2⟧', 'warning white-list-substring'],
      ['⟦192.168⟧', 'warning white-list-substring'],
      ['⟦2001:db8::1⟧', 'information white-list-substring'],
    ],
    (entry) => wrapped(`<global><white_list>${entry}</white_list></global>`),
  );
  const bound = (entry: string, rule: string) =>
    `<global><white_list>${entry}</white_list></global><active-response><command>netsh</command>${local}<rules_id>${rule}</rules_id></active-response>`;
  verify(
    [
      [bound('10.0.0.0/8', '⟦92652⟧'), 'warning white-list-not-asked'],
      [bound('10.0.0.0/8', '5712'), ''],
      [bound('127.0.0.1', '92652'), ''],
      [
        root(`<client/>${bound('0.0.0.0/0', '5712')}`)
          .replace('<active-', '<⟦active-')
          .replace('response>', 'response⟧>'),
        'warning no-effect-on-agent',
      ],
    ],
    wrapped,
  );
});

describe('a fragment', () => {
  const block = (name: string) =>
    `<active-response><command>${name}</command>${local}${rule}</active-response>`;
  const command = '<command><name>a</name><executable>a.sh</executable></command>';
  const rows: readonly Row[] = [
    [block('firewall-drop'), ''],
    [block('⟦mine⟧'), 'warning command-not-defined'],
    [block('⟦a⟧') + command, 'error command-defined-below'],
    [command + block('⟦b⟧'), 'warning command-not-defined'],
    [command + block('host-deny'), ''],
    [block('firewall-drop').replace('5712', '⟦550⟧'), 'warning alert-field-missing'],
    [
      '<⟦active-response⟧><command>firewall-drop</command><location>all</location></active-response>',
      'warning no-trigger',
    ],
    ['<active-response><disabled>no</disabled></active-response>', ''],
  ];
  describe('with a root', () => verify(rows, root));
  describe('without', () => verify(rows, (snippet) => snippet));
});

describe('an agent’s file', () => {
  const client = '<client><server><address>10.0.0.1</address></server></client>';
  const block = (children: string) => `<active-response>${children}</active-response>`;
  verify(
    [
      [block('<disabled>no</disabled><repeated_offenders>30,60</repeated_offenders>'), ''],
      [block('<disabled>⟦Yes⟧</disabled>'), 'error disabled-value'],
      [block('<disabled>no</disabled>') + block('<disabled>Yes</disabled>'), ''],
      [block('<ca_verification>YES</ca_verification>'), ''],
      [
        `<⟦active-response⟧><disabled>no</disabled><command>a</command>${local}${rule}</active-response>`,
        'warning no-effect-on-agent',
      ],
      ['<⟦command⟧></command>', 'error empty-block'],
      ['<⟦command⟧><name>a</name></command>', 'warning no-effect-on-agent'],
      [`<⟦active-response⟧><command>a</command>${local}</active-response>`, 'warning no-effect-on-agent'],
    ],
    (snippet) => root(client + snippet),
  );
  verify(
    [['<⟦active-response⟧><disabled>Yes</disabled></active-response>', 'warning no-effect-in-agent-conf']],
    (snippet) => `<agent_config>${snippet}</agent_config>`,
  );
});

describe('an executable', () => {
  const around = (executable: string) =>
    wrapped(`<command><name>mine</name><executable>${executable}</executable></command>`);
  describe('of a workspace without scripts', () =>
    verify(
      [
        ['block-ip', ''],
        ['⟦firewall-drop.sh⟧', 'warning executable-legacy'],
        ['⟦../block-ip.py⟧', 'warning executable-path'],
        ['⟦C:\\ar\\block-ip.exe⟧', 'warning executable-path'],
        ['⟦sub/block-ip.py⟧', 'information executable-path'],
        ['⟦/bin/bash /home/x.sh⟧', 'warning executable-arguments'],
        ['⟦ block-ip.py⟧', 'warning surrounding-blanks'],
      ],
      around,
    ));
  const scripts = [
    { name: 'block-ip.py', uri: 'file:///w/block-ip.py', executable: true },
    { name: 'firewall-drop.sh', uri: 'file:///w/firewall-drop.sh', executable: undefined },
  ];
  describe('of a workspace with scripts', () =>
    verify(
      [
        ['block-ip.py', ''],
        ['firewall-drop.sh', ''],
        ['host-deny', ''],
        ['⟦block-ip⟧', 'warning executable-missing'],
      ],
      around,
      { scripts },
    ));
});

describe('Wazuh 5', () => {
  const given = { version: '5.0' } as const;
  describe('on a manager', () =>
    verify(
      [
        ['<⟦command⟧><nme/></command>', 'error gone-in-wazuh-5'],
        ['<⟦command⟧/>', 'error gone-in-wazuh-5'],
        ['<⟦active-response⟧><disabled>Yes</disabled></active-response>', 'warning gone-in-wazuh-5'],
        ['<active-response/>', ''],
        ['<⟦alerts⟧/>', 'error section-gone-in-wazuh-5'],
        ['<global><⟦white_list⟧>!</white_list></global>', 'error section-gone-in-wazuh-5'],
        ['<global><agents_disconnection_time>15m</agents_disconnection_time></global>', ''],
      ],
      (snippet) => `<wazuh_config><remote/>${snippet}</wazuh_config>`,
      given,
    ));
  describe('on a manager that keeps the old root', () =>
    verify([['<⟦ossec_config⟧><remote/></ossec_config>', 'error root-in-wazuh-5']], (text) => text, given));
  describe('on an agent', () =>
    verify(
      [
        ['<active-response><disabled>no</disabled><ca_store>a.pem</ca_store></active-response>', ''],
        ['<active-response><disabled>⟦Yes⟧</disabled></active-response>', 'error disabled-value'],
        [
          '<⟦active-response⟧><disabled>no</disabled><location>local</location></active-response>',
          'warning no-effect-on-agent',
        ],
        ['<active-response/>', ''],
        ['<⟦command⟧><name>a</name></command>', 'error gone-in-wazuh-5'],
        ['<⟦labels⟧><label key="a">b</label></labels>', 'error section-gone-in-wazuh-5'],
      ],
      (snippet) => root(`<client/>${snippet}`),
      given,
    ));
  describe('in agent.conf', () =>
    verify(
      [['<⟦command⟧><name>a</name></command>', 'error gone-in-wazuh-5']],
      (snippet) => `<agent_config>${snippet}</agent_config>`,
      given,
    ));
});

describe('a code that is switched off', () => {
  it('is not reported', () => {
    const configuration = parsed(response(local));
    const codes = (disabled: readonly string[]) =>
      check(configuration, stockContext, { disabled }).map(({ code }) => code);
    expect(codes([])).toEqual(['no-trigger']);
    expect(codes(['no-trigger'])).toEqual([]);
  });
});
