import { describe, expect, it } from 'vitest';
import { acceptableGrowth, cpuTime, growth } from '../../wazuh/growth-for-tests';
import { parsed, stockContext } from './for-tests';
import { check } from './index';

const command =
  '<command><name>a</name><executable>a</executable><timeout_allowed>yes</timeout_allowed></command>';
const response =
  '<active-response><command>firewall-drop</command><location>local</location><rules_id>5710</rules_id></active-response>';

describe('the time that checking takes grows with the text alone', { timeout: 200_000 }, () => {
  it.each([
    ['roots', `<ossec_config>${command}${response}</ossec_config>\n`, '', ''],
    ['commands of one name', `${command}\n`],
    ['names in one command', '<name>a</name>\n', '<ossec_config><command>', '</command></ossec_config>'],
    ['responses of one rule', `${response}\n`],
    ['rules in one response', '5710,', '<active-response><rules_id>', '</rules_id></active-response>'],
    ['log files', '<localfile><log_format>syslog</log_format><location>/a</location></localfile>\n'],
    [
      'folders',
      '<directories realtime="yes">/a</directories>\n',
      '<ossec_config><syscheck>',
      '</syscheck></ossec_config>',
    ],
    [
      'allowed addresses',
      '<white_list>10.0.0.1</white_list>\n',
      '<ossec_config><global>',
      '</global></ossec_config>',
    ],
    ['unknown elements', '<a>b</a>\n', '<ossec_config><global>', '</global></ossec_config>'],
    ['entities', '&amp;', '<ossec_config><global><email_to>', '</email_to></global></ossec_config>'],
    ['open elements', '<a>'],
  ])('%s', (_, piece, head = '<ossec_config>', tail = '</ossec_config>') => {
    const work = (text: string) => check(parsed(`${head}${text}${tail}`, 'manager', 'whole'), stockContext);
    expect(growth(work, piece, 30_000)).toBeLessThan(acceptableGrowth);
  });
});

/** ms of the processor: other programs on the machine do not count. */
const LONGEST = 20_000;

it.each([
  ['unknown elements', '<a>b</a>', '<ossec_config><global>', '</global></ossec_config>'],
  [
    'options of a section',
    '<email_to>a@b.c</email_to>',
    '<ossec_config><global>',
    '</global></ossec_config>',
  ],
  ['sections', '<global></global>', '<ossec_config>', '</ossec_config>'],
  ['roots', '<ossec_config></ossec_config>', '', ''],
])('is done with any number of %s', { timeout: 200_000 }, (_, piece, head, tail) => {
  const many = `${head}${piece.repeat(130_000)}${tail}`;
  const took = cpuTime(() =>
    expect(check(parsed(many, 'manager', 'whole'), stockContext).length).toBeGreaterThan(0),
  );
  expect(took).toBeLessThan(LONGEST);
});
