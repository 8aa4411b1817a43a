import { describe, expect, it } from 'vitest';
import type { Role } from '../../../wazuh/model';
import { parsed, stockContext, wrapped } from '../for-tests';
import { check } from '../run';

/** What is said of a snippet whose ⟦marked⟧ part is at fault: the code, and a line of Wazuh's or the words for it. */
type Row = readonly [snippet: string, code: string, said: string];

const manager: readonly Row[] = [
  // Lines without a number.
  [
    '<socket><name>a</name><location>b</location><mode>⟦x⟧</mode></socket>',
    'invalid-value',
    "Socket type 'x' is not valid at <mode>. Should be 'udp' or 'tcp'.",
  ],
  [
    '<wodle name="command"><command>x</command><tag>t</tag><timeout>⟦x⟧</timeout></wodle>',
    'invalid-value',
    "Invalid content for tag 'timeout' at module 'command'.",
  ],
  ['<wodle name="⟦gcp-none⟧"><a>1</a></wodle>', 'wodle-name', "Unknown module 'gcp-none'"],
  ['<⟦wodle⟧ name="aws-s3"></wodle>', 'empty-section', "Tag <bucket> not found at module 'aws-s3'."],
  // What is missing, and what goes together.
  [
    '<⟦wodle⟧ name="command"><command>x</command></wodle>',
    'missing-element',
    "Option <tag> not found at module 'command'.",
  ],
  [
    '<github><⟦api_auth⟧><org_name>x</org_name></api_auth></github>',
    'missing-element',
    "'api_token' is missing at module 'github'.",
  ],
  [
    '<⟦gcp-pubsub⟧><project_id>x</project_id></gcp-pubsub>',
    'options-conflict',
    "No value defined for tag 'subscription_name' in module 'gcp-pubsub'",
  ],
  [
    '<wodle name="azure-logs"><⟦graph⟧><tenantdomain>x</tenantdomain></graph></wodle>',
    'options-conflict',
    'No authentication method provided. Skipping block...',
  ],
  [
    '<localfile><log_format>macos</log_format><location>macos</location><age>⟦1d⟧</age></localfile>',
    'options-conflict',
    "(8004): log_format 'macos' does not support 'age' option.",
  ],
  [
    '<localfile><log_format>journald</log_format><location>⟦x⟧</location></localfile>',
    'options-conflict',
    "(8017): Invalid location value 'x' when using 'journald' as 'log_format'.",
  ],
  [
    '<remote><connection>syslog</connection><protocol>⟦tcp,udp⟧</protocol></remote>',
    'options-conflict',
    '(9002): Only secure connection supports TCP and UDP at the same time.',
  ],
  // Numbers: out of range, with another unit, higher than is wise, read as another one.
  [
    '<remote><connection>syslog</connection><port>⟦70000⟧</port></remote>',
    'invalid-value',
    "(1205): Invalid port number: '70000'.",
  ],
  [
    '<remote><connection>syslog</connection><port>⟦x⟧</port></remote>',
    'invalid-value',
    "(1235): Invalid value for element 'port': x.",
  ],
  [
    '<wodle name="azure-logs"><graph><auth_path>a</auth_path><tenantdomain>x</tenantdomain><request><query>q</query><time_offset>⟦1w⟧</time_offset></request></graph></wodle>',
    'invalid-value',
    'It should be specified minutes, hours or days.',
  ],
  [
    '<remote><connection>secure</connection><queue_size>⟦300000⟧</queue_size></remote>',
    'invalid-value',
    'Queue size is very high. The application may run out of memory.',
  ],
  ['<global><memory_size>⟦1⟧</memory_size></global>', 'value-misread', 'analysisd raises it to 2048'],
  ['<auth><key_request><timeout>⟦1.5⟧</timeout></key_request></auth>', 'value-misread', 'reads 1 here'],
  [
    '<global><rotate_interval>⟦30⟧</rotate_interval></global>',
    'invalid-value',
    'Rotate interval setting must be between 600 seconds and one day.',
  ],
  // Schedules.
  [
    '<sca><interval>⟦12h⟧</interval><time>10:00</time></sca>',
    'schedule-interval',
    'Interval must be a multiple of one day. New interval value: 1d',
  ],
  [
    '<sca><day>⟦3⟧</day></sca>',
    'schedule-interval',
    'Interval must be a multiple of one month. New interval value: 1M',
  ],
  [
    '<sca><interval>⟦1M⟧</interval></sca>',
    'schedule-interval',
    'Setting scan day to first day of the month.',
  ],
  // What Wazuh no longer uses, or uses with a warning.
  [
    '<⟦database_output⟧><port>x</port></database_output>',
    'no-longer-used',
    "The 'database_output' configuration is deprecated",
  ],
  [
    '<auth><⟦force_time⟧>no</force_time></auth>',
    'deprecated',
    'The <force_time> tag is deprecated. Use <force> instead.',
  ],
  [
    '<⟦indexer⟧><enabled>yes</enabled></indexer><indexer><enabled>no</enabled></indexer>',
    'section-repeated',
    'There are multiple indexer sections in configuration. Using only last section.',
  ],
  // Attributes.
  [
    '<syscheck><directories ⟦realtim⟧="yes">/etc</directories></syscheck>',
    'unknown-attribute',
    "(6701): Unknown attribute 'realtim' for directory option. Did you mean realtime?",
  ],
  [
    '<syscheck><directories realtime="⟦Yes⟧">/etc</directories></syscheck>',
    'invalid-attribute',
    "(6924): Invalid option 'Yes' for attribute 'realtime'. The paths '/etc' will not be monitored.",
  ],
  ['<global><logall ⟦x⟧="1">no</logall></global>', 'attribute-ignored', 'passes over the attribute x'],
  [
    '<labels><label key="_x">⟦y⟧</label></labels>',
    'invalid-value',
    "reserved for internal use. Skipping label '_x'.",
  ],
  [
    '<reports><title>x</title><email_to>y</email_to><group type="relation">⟦ssh⟧</group></reports>',
    'invalid-value',
    "Invalid relation 'ssh'. Invalid filter: group:ssh (ignored).",
  ],
  // Mail.
  [
    '<⟦reports⟧><title>x</title><email_to>y</email_to></reports>',
    'options-conflict',
    "SMTP server or 'email from' missing. Disabling email reports.",
  ],
];

const others: readonly (readonly [role: Role, ...Row])[] = [
  [
    'agent',
    '<ossec_config><client><server><address>192.0.2.1</address></server></client><⟦indexer⟧/></ossec_config>',
    'section-not-read-here',
    'indexer configuration is only set in the manager.',
  ],
  [
    'agent.conf',
    '<agent_config ⟦nam⟧="x"><syscheck><disabled>no</disabled></syscheck></agent_config>',
    'unknown-attribute',
    "(1233): Invalid attribute 'nam' in the configuration: 'agent.conf'. Did you mean name?",
  ],
  [
    'agent.conf',
    '<agent_config><client><⟦server⟧><address>192.0.2.1</address></server></client></agent_config>',
    'unknown-element',
    "(1230): Invalid element in the configuration: 'server'. <client> has no such element.",
  ],
  [
    'agent.conf',
    '<agent_config><localfile><log_format>command</log_format><⟦command⟧>x</command></localfile></agent_config>',
    'remote-command',
    'logcollector.remote_commands=1',
  ],
  [
    'agent.conf',
    '<agent_config><syscheck><⟦prefilter_cmd⟧>/x</prefilter_cmd></syscheck></agent_config>',
    'no-longer-used',
    "(6905): Ignoring prefilter option '/x'.",
  ],
];

function expectSaid(marked: string, code: string, said: string, role: Role): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const found = check(parsed(text, role), stockContext).filter(
    (one) => one.code === code && one.message.includes(said),
  );
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toContain(text.slice(start, end));
}

describe('the words of Wazuh, at the right place', () => {
  it.each(manager)('%s: %s', (snippet, code, said) => expectSaid(wrapped(snippet), code, said, 'manager'));
  it.each(others)('in the file of a %s: %s', (role, text, code, said) => expectSaid(text, code, said, role));
});

describe('nothing is said', () => {
  it.each<[what: string, snippet: string]>([
    ['of what only Windows reads', '<syscheck><windows_registry arch="x">HKEY</windows_registry></syscheck>'],
    ['of an interval that fits', '<sca><interval>2w</interval><wday>monday</wday></sca>'],
    [
      'of a command that stands for a location',
      '<localfile><log_format>command</log_format><command>x</command></localfile>',
    ],
    ['of an attribute that is known', '<ruleset><rule_dir pattern=".xml$">a</rule_dir></ruleset>'],
  ])('%s', (_, snippet) => {
    const found = check(parsed(wrapped(snippet), 'manager'), stockContext);
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  it('of the attributes of an element that has no effect as a whole', () => {
    const old =
      '<vulnerability-detector><provider name="nvd"><enabled>no</enabled></provider></vulnerability-detector>';
    const found = check(parsed(wrapped(old), 'manager'), stockContext);
    expect(found.map(({ code }) => code)).not.toContain('attribute-ignored');
    expect(found.map(({ code }) => code)).toContain('no-longer-used');
  });
});
