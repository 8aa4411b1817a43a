import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, TestClient, workspaceUri } from '../../testing/client';
import { memoryFiles } from '../../testing/memory-files';

const manager = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;
const agent = (text: string) => manager(`  <client>\n  </client>\n${text}`);
const response = (text: string) => manager(`  <active-response>\n    ${text}\n  </active-response>`);
const command = (text: string) => manager(`  <command>\n    ${text}\n  </command>`);
const block = (name: string) =>
  `  <command>\n    <name>${name}</name>\n    <executable>${name}.py</executable>\n  </command>\n`;

const files = memoryFiles({
  [`${workspaceUri}/active-response/bin/block-ip.py`]: '#!/usr/bin/env python3\n',
  [`${workspaceUri}/rules/local_rules.xml`]:
    '<group name="local,">\n  <rule id="100100" level="10">\n    <description>Door opened at night</description>\n  </rule>\n</group>\n',
});

let client: TestClient;
beforeAll(async () => {
  client = await TestClient.start({ files });
  const probe = await client.open(command('<executable>$0</executable>'));
  await eventually(async () => (await probe.offered()).find(({ label }) => label === 'block-ip.py'));
});
afterAll(() => client.stop());

/**
 * What an editor shows, in order. Behind `…` anything may follow, and what stands there must be among it; `!a` must not be
 * there at all.
 */
const offers: readonly (readonly [
  title: string,
  marked: string,
  labels: readonly string[],
  trigger?: string,
])[] = [
  ['the roots in an empty file', '$0', ['ossec_config', 'agent_config', '<!-- -->']],
  ['the roots behind <', '<$0', ['ossec_config', 'agent_config', '<!-- -->'], '<'],
  ['the root of agent.conf first in its file', '<agent_config></agent_config>\n<$0', ['agent_config', '…']],

  [
    'blocks, then missing sections that must be there',
    manager('  <$0'),
    ['command block', 'active-response block', 'remote', 'command', 'active-response', 'global', '…'],
  ],
  ['sections by what is typed', manager('  <sysl$0'), ['syslog_output', '…']],
  ['sections without <', manager('  sysch$0'), ['syscheck', '…']],
  ['wodles by name', manager('  <wodle aws$0'), []],
  ['wodles by the name typed behind wodle', manager('  <wodle$0'), ['wodle cis-cat', '…', 'wodle command']],
  ['no commands on an agent', agent('  <comm$0'), ['!command', '!command block', '…']],
  ["an agent's sections", agent('  <client$0'), ['client', 'client_buffer', '…']],
  ['sections of a fragment', '<syscheck>\n</syscheck>\n<rootch$0', ['rootcheck', '…']],
  [
    'only what agent.conf may hold',
    '<agent_config>\n  <$0\n</agent_config>',
    ['!command', '!global', 'client', '…'],
  ],

  [
    'required options first',
    command('<$0'),
    ['name', 'executable', 'timeout_allowed', 'extra_args', 'expect', '<!-- -->'],
  ],
  [
    'what is there no more',
    command('<name>x</name>\n    <$0'),
    ['executable', 'timeout_allowed', 'extra_args', 'expect', '<!-- -->'],
  ],
  [
    'what may be repeated again',
    manager('<global>\n<white_list>1.2.3.4</white_list>\n<white$0\n</global>'),
    ['white_list', '…'],
  ],
  ['an option while it is renamed', command('<na$0me>x</name>'), ['name']],
  [
    "options of a manager's response",
    response('<$0'),
    ['command', 'location', 'agent_id', '…', '!ca_verification'],
  ],
  [
    "options of an agent's response",
    agent('<active-response>\n<$0\n</active-response>'),
    ['disabled', 'repeated_offenders', '…', '!rules_id'],
  ],
  [
    'options inside a group',
    manager('<syscheck>\n<synchronization>\n<$0\n</synchronization>\n</syscheck>'),
    ['enabled', '…', '!directories'],
  ],
  [
    'options of a wodle',
    manager('<wodle name="command">\n<$0\n</wodle>'),
    ['tag', 'command', 'disabled', '…'],
  ],
  [
    'the closing tag of what is open',
    '<ossec_config>\n  <command>\n    <name>x</name>\n    <$0',
    ['…', '</command>'],
  ],
  ['nothing in a comment', manager('<!-- <$0 -->'), []],
  ['nothing in an unknown section', manager('<nosuch><$0</nosuch>'), ['<!-- -->']],

  ['words of a value', response('<location>$0</location>'), ['local', 'server', 'defined-agent', 'all']],
  ['words of a half-typed value', response('<location>def$0</location>'), ['defined-agent']],
  ['yes and no', command('<timeout_allowed>$0</timeout_allowed>'), ['yes', 'no']],
  [
    'words right behind >',
    response('<location>$0</location>'),
    ['local', 'server', 'defined-agent', 'all'],
    '>',
  ],
  ['nothing for free text', command('<extra_args>$0</extra_args>'), []],
  ['lengths of time in seconds', response('<timeout>$0</timeout>'), ['60', '600', '1800', '3600', '86400']],
  [
    'lengths of time with units',
    manager('<global><agents_disconnection_time>$0</agents_disconnection_time></global>'),
    ['15m', '30s', '…'],
  ],
  ['weekdays', manager('<sca><wday>$0</wday></sca>'), ['sunday', 'sun', 'monday', '…']],

  [
    'no commands but stock ones',
    response('<command>$0</command>'),
    [
      'disable-account',
      'restart-wazuh',
      'firewall-drop',
      'host-deny',
      'route-null',
      'win_route-null',
      'netsh',
    ],
  ],
  [
    'commands above before those below',
    manager(`${block('above')}<active-response><command>$0</command></active-response>\n${block('below')}`),
    ['above', 'below', 'disable-account', '…'],
  ],
  [
    'executables of the workspace, then stock ones',
    command('<executable>$0</executable>'),
    ['block-ip.py', 'disable-account', '…', 'netsh.exe'],
  ],
  ['executables by what is typed', command('<executable>netsh$0</executable>'), ['netsh.exe']],
  [
    'sockets',
    manager('<socket><name>out</name></socket>\n<localfile><target>$0</target></localfile>'),
    ['agent', 'out'],
  ],

  ['a rule by its number', response('<rules_id>5712$0</rules_id>'), ['5712 ', '…'], '2'],
  ['rules by their first digit', response('<rules_id>5$0</rules_id>'), ['…', '502 '], '5'],
  [
    'rules behind a comma and a blank',
    response('<rules_id>5710, $0</rules_id>'),
    ['100100 ', '…', '5712 '],
    ' ',
  ],
  ['no rules for a blank at the beginning', response('<rules_id> $0</rules_id>'), [], ' '],
  ['rules by words', response('<rules_id>ssh brute force$0</rules_id>'), ['5712 ', '…']],
  ['rules by words in any order', response('<rules_id>force ssh$0</rules_id>'), ['5712 ', '…']],
  ['rules for the item at the cursor', response('<rules_id>5712, 5763$0, 31151</rules_id>'), ['5763 ', '…']],
  ['rules that are not in the list yet', response('<rules_id>5710, 5710$0</rules_id>'), ['!5710 ', '…']],
  [
    'custom rules before anything is typed',
    response('<rules_id>$0</rules_id>'),
    ['100100 ', '5710 ', '…'],
    '>',
  ],
  ['custom rules by words', response('<rules_id>door night$0</rules_id>'), ['100100 ']],
  ['rules in other lists', manager('<email_alerts><rule_id>5712$0</rule_id></email_alerts>'), ['5712 ', '…']],
  ['groups', response('<rules_group>sshd$0</rules_group>'), ['sshd', '…']],
  ['groups for the item at the cursor', response('<rules_group>sshd,|web$0</rules_group>'), ['web', '…']],

  [
    'attributes',
    manager('<syscheck><directories check_all="yes" re$0></directories></syscheck>'),
    ['realtime', 'report_changes', '…', '!check_all'],
  ],
  [
    'attributes behind a blank',
    manager('<syscheck><directories $0></directories></syscheck>'),
    ['…', 'check_all'],
    ' ',
  ],
  ['the name of a wodle', manager('<wodle $0></wodle>'), ['name']],
  [
    'words of an attribute',
    manager('<syscheck><directories check_all="$0"></directories></syscheck>'),
    ['yes', 'no'],
    '"',
  ],
  ['wodles', manager('<wodle name="$0"></wodle>'), ['open-scap', 'cis-cat', 'syscollector', 'command', '…']],
  ['filters of agent.conf', '<agent_config $0>\n</agent_config>', ['name', 'os', 'profile', 'overwrite']],

  ['the closing tag', response('<location>local</$0'), ['</location>'], '/'],
  ['nothing for a / elsewhere', manager('<syscheck><directories>/$0</directories></syscheck>'), [], '/'],
  ['nothing for a blank in a text', command('<extra_args>a $0</extra_args>'), [], ' '],
  ['nothing for a digit in another number', response('<timeout>6$0</timeout>'), [], '6'],
  ['nothing for a > behind a section', manager('<command>$0'), [], '>'],
];

/** What is asked of the labels: how they begin, what else is among them, what is not. */
function asked(expected: readonly string[]) {
  const wanted = expected.filter((label) => !label.startsWith('!'));
  const gap = wanted.indexOf('…');
  return {
    first: gap === -1 ? wanted : wanted.slice(0, gap),
    among: gap === -1 ? [] : wanted.slice(gap + 1),
    absent: expected.filter((label) => label.startsWith('!')).map((label) => label.slice(1)),
    isWhole: gap === -1,
  };
}

/** The labels as the table writes them: a rule by its number and a blank. */
const short = (label: string) => label.replace(/^(\d+ ).*/, '$1');

describe('offers', () => {
  it.each(offers.map(([title, marked, expected, trigger]) => ({ title, marked, expected, trigger })))(
    '$title',
    async ({ marked, expected, trigger }) => {
      const document = await client.open(marked);
      const labels = (await document.offered(trigger)).map(({ label }) => short(label));
      const { first, among, absent, isWhole } = asked(expected);
      expect(isWhole ? labels : labels.slice(0, first.length)).toEqual(first);
      expect(labels).toEqual(expect.arrayContaining(among));
      for (const label of absent) expect(labels).not.toContain(label);
      await document.close();
    },
  );
});

const writes: readonly (readonly [title: string, marked: string, item: string, expected: string])[] = [
  ['a root', '<oss$0', 'ossec_config', '<ossec_config>\n\t\n</ossec_config>'],
  [
    'a section with what it must hold',
    manager('  <localf$0'),
    'localfile',
    manager('  <localfile>\n\t<log_format></log_format>\n</localfile>'),
  ],
  ['a section over an empty tag', manager('  <$0>'), 'global', manager('  <global>\n\t\n</global>')],
  [
    'a wodle',
    manager('  <wod$0'),
    'wodle docker-listener',
    manager('  <wodle name="docker-listener">\n\t\n</wodle>'),
  ],
  ['an option', response('<lev$0'), 'level', response('<level></level>')],
  [
    'an option before another',
    response('<lev$0\n    <rules_id>1</rules_id>'),
    'level',
    response('<level></level>\n    <rules_id>1</rules_id>'),
  ],
  [
    'the word of a choice that is not the default',
    command('<timeout$0'),
    'timeout_allowed',
    command('<timeout_allowed>yes</timeout_allowed>'),
  ],
  ['an option without <', response('lev$0'), 'level', response('<level></level>')],
  [
    'an empty option',
    manager('<email_alerts><do_not_d$0</email_alerts>'),
    'do_not_delay',
    manager('<email_alerts><do_not_delay/></email_alerts>'),
  ],
  ['another name in both tags', command('<na$0me>x</name>'), 'name', command('<name>x</name>')],
  [
    'another option in both tags',
    command('<ex$0pect>x</expect>'),
    'executable',
    command('<executable>x</executable>'),
  ],
  [
    'a command block',
    manager('  <$0'),
    'command block',
    manager(
      '  <command>\n\t<name>block-ip</name>\n\t<executable>block-ip.py</executable>\n\t<timeout_allowed>yes</timeout_allowed>\n</command>',
    ),
  ],
  [
    'a response block for the command above',
    manager(`${block('mine')}  <act$0`),
    'active-response block',
    manager(
      `${block('mine')}  <active-response>\n\t<command>mine</command>\n\t<location>local</location>\n\t<rules_id></rules_id>\n\t<timeout>600</timeout>\n</active-response>`,
    ),
  ],
  ['a comment', manager('  <$0'), '<!-- -->', manager('  <!--  -->')],
  ['a value', response('<location>lo$0</location>'), 'local', response('<location>local</location>')],
  [
    'a value and the closing tag that is missing',
    response('<location>lo$0\n    <rules_id>1</rules_id>'),
    'local',
    response('<location>local</location>\n    <rules_id>1</rules_id>'),
  ],
  [
    'a value instead of another',
    response('<location> $0local </location>'),
    'all',
    response('<location>all</location>'),
  ],
  [
    'a rule for the item at the cursor',
    response('<rules_id>5710, ssh brute force$0, 31151</rules_id>'),
    '5712',
    response('<rules_id>5710, 5712, 31151</rules_id>'),
  ],
  [
    'a rule behind a comma',
    response('<rules_id>5710,$0</rules_id>'),
    '5712',
    response('<rules_id>5710,5712</rules_id>'),
  ],
  [
    'a group with its comma',
    response('<rules_group>ssh$0</rules_group>'),
    'sshd',
    response('<rules_group>sshd,</rules_group>'),
  ],
  [
    'a group of another list',
    manager('<integration><group>syslog,ssh$0</group></integration>'),
    'sshd',
    manager('<integration><group>syslog,sshd</group></integration>'),
  ],
  [
    'a stock command with its definition',
    response('<command>$0</command>'),
    'firewall-drop',
    manager(
      '  <command>\n    <name>firewall-drop</name>\n    <executable>firewall-drop</executable>\n    <timeout_allowed>yes</timeout_allowed>\n  </command>\n\n  <active-response>\n    <command>firewall-drop</command>\n  </active-response>',
    ),
  ],
  [
    'an attribute',
    manager('<syscheck><directories rest$0></directories></syscheck>'),
    'restrict',
    manager('<syscheck><directories restrict=""></directories></syscheck>'),
  ],
  [
    'an attribute with a word',
    manager('<syscheck><directories real$0></directories></syscheck>'),
    'realtime',
    manager('<syscheck><directories realtime="yes"></directories></syscheck>'),
  ],
  [
    'an attribute that has its value',
    manager('<syscheck><directories real$0="yes"></directories></syscheck>'),
    'realtime',
    manager('<syscheck><directories realtime="yes"></directories></syscheck>'),
  ],
  [
    'a word of an attribute',
    manager('<syscheck><directories realtime="y$0"></directories></syscheck>'),
    'yes',
    manager('<syscheck><directories realtime="yes"></directories></syscheck>'),
  ],
  [
    'the quotes that are missing',
    manager('<syscheck><directories realtime=$0></directories></syscheck>'),
    'yes',
    manager('<syscheck><directories realtime="yes"></directories></syscheck>'),
  ],
  ['a closing tag', response('<location>local</$0'), '</location>', response('<location>local</location>')],
  [
    'a closing tag instead of a wrong one',
    response('<location>local</lo$0>'),
    '</location>',
    response('<location>local</location>'),
  ],
  ['a closing tag without </', '<ossec_config>\n$0', '</ossec_config>', '<ossec_config>\n</ossec_config>'],
];

describe('writes', () => {
  it.each(writes)('%s', async (_, marked, item, expected) => {
    const document = await client.open(marked);
    expect(await document.apply(item)).toBe(expected);
    await document.close();
  });
});

describe('documentation of an item', () => {
  it.each([
    ['a section', manager('<sysch$0'), 'syscheck', ['https://documentation.wazuh.com/']],
    ['an option', response('<time$0'), 'timeout', ['Seconds until the undo run', 'Type: ']],
    [
      'an option in a group',
      manager('<syscheck>\n<synchronization>\n<inter$0\n</synchronization>\n</syscheck>'),
      'interval',
      ['Default: `5m`'],
    ],
    ['a rule', response('<rules_id>5712$0</rules_id>'), '5712', ['**Rule 5712**', 'attack.mitre.org']],
    ['a group', response('<rules_group>sshd$0</rules_group>'), 'sshd', ['rules', '5700']],
    [
      'an executable',
      command('<executable>firewall-drop$0</executable>'),
      'firewall-drop',
      ['Ships with Wazuh', 'data.srcip'],
    ],
    ['a root', '<oss$0', 'ossec_config', ['etc/ossec.conf']],
  ])('%s', async (_, marked, label, expected) => {
    const document = await client.open(marked);
    const item = (await document.offered()).find(
      (one) => one.label === label || one.label.startsWith(`${label} `),
    );
    expect(item?.documentation).toBeUndefined();
    const resolved = item && (await document.resolve(item));
    for (const part of expected) expect(JSON.stringify(resolved?.documentation)).toContain(part);
    await document.close();
  });
});

describe('a client without snippets', () => {
  it('gets plain text', async () => {
    const plain = await TestClient.start({ capabilities: {} });
    const document = await plain.open(command('<time$0'));
    const items = await document.offered();
    expect(items.every(({ insertTextFormat }) => insertTextFormat !== 2)).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/\$\{?\d/);
    await plain.stop();
  });
});
