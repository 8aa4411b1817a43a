import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../os-xml';
import { slice } from '../span';
import { type ClusterdFaultKind, readAsClusterd } from './index';

const key = '<key>abcdefghijklmnopqrstuvwxyz012345</key>';
const nodes = '<nodes><node>10.0.0.1</node></nodes>';

function file(section: string): string {
  return `<ossec_config>\n${section}\n</ossec_config>\n`;
}

/** Each fault's kind, and what it marks. */
function faults(text: string): readonly (readonly [ClusterdFaultKind, string])[] {
  return readAsClusterd(read(text)).map(({ kind, span }) => [kind, slice(text, span)]);
}

describe('what clusterd refuses', () => {
  it.each<[string, ClusterdFaultKind, string]>([
    ['<global><alerts_log>a\udce9</alerts_log></global>', 'character', '\udce9'],
    ['<global><alerts_log>a\0</alerts_log></global>', 'character', '\0'],
    ['<sca\n x="y">\n</sca>', 'wrapped-tag', '<sca\n x="y">'],
    ['<sca>\n<x>1</x>\n</sca>', 'short-tag', '</x>'],
    ['<sca><x>\n1</x></sca>', 'short-tag', '<x>'],
    ['<!-- a --->', 'comment', '<!-- a --->'],
    ['<!--> x', 'comment', '<!-->'],
    ['<s<!-- -->ca></sca>', 'comment-in-tag', '<!-- -->'],
    ['<sca name="a<b"></sca>', 'less-than-in-attribute', '<'],
    ['<sca>\\<b</sca>', 'less-than-in-text', '<'],
    ['<sca name="b"/ >', 'not-xml', '<sca name="b"/ >'],
    ['<1sca></1sca>', 'not-xml', '<1sca>'],
    ['<x:sca></x:sca>', 'not-xml', '<x:sca>'],
    [`<sca>${'<ab>'.repeat(497)}${'</ab>'.repeat(497)}</sca>`, 'too-deep', '<ab>'],
    ['<wodle></wodle>', 'wodle-name', '<wodle>'],
    ['<localfile><query level="info">x</query></localfile>', 'query', '<query level="info">'],
    ['<localfile><query>a\nb</query></localfile>', 'query', '<query>'],
    ['<localfile><query/></localfile>', 'query', '<query/>'],
    ['<remote><protocol></protocol></remote>', 'text-expected', '<protocol>'],
    ['<syscheck><whodata><provider/></whodata></syscheck>', 'text-expected', '<provider/>'],
    ['<sca><ab x="1"><x>1</x></ab></sca>', 'attribute-and-child', '<x>'],
  ])('%s', (section, kind, marked) => {
    expect(faults(file(section))[0]).toEqual([kind, marked]);
  });
});

describe('what it accepts', () => {
  it.each([
    '<global><alerts_log>a & b &foo; &#65; > </alerts_log></global>',
    '<global><alerts_log>1 \\< 2</alerts_log></global>',
    '<a>\n</a>',
    '<sca\n x="y"/>',
    '<!-- a -- b -->',
    '<! a !>',
    '<!---->',
    `<sca>${'<ab>'.repeat(496)}${'</ab>'.repeat(496)}</sca>`,
    '<localfile><query>a\n  b</query></localfile>',
    '<syscheck><whodata><provider>audit</provider></whodata></syscheck>',
  ])('%s', (section) => {
    expect(faults(file(section))).toEqual([]);
  });
});

describe('the cluster section', () => {
  it.each<[string, string | undefined]>([
    [`${key}${nodes}`, undefined],
    [`<disabled>no</disabled>${key}${nodes}`, undefined],
    ['<disabled>yes</disabled>', undefined],
    ['<disabled>yes</disabled><key>short</key>', undefined],
    ['<disabled>Yes</disabled>', "Allowed values for 'disabled' field are 'yes' and 'no'. Found: 'Yes'"],
    ['<disabled>yes</disabled><port>x</port>', 'Cluster port must be an integer.'],
    [nodes, 'Unspecified key'],
    [`<key>short</key>${nodes}`, 'Key must be 32 characters long and only have alphanumeric characters'],
    [key, 'Invalid elements in node fields: NODE_IP.'],
    [`${key}<nodes><node>localhost</node></nodes>`, 'Invalid elements in node fields: localhost.'],
    [`${key}${nodes}<nodes><node>0.0.0.0</node></nodes>`, 'Invalid elements in node fields: 0.0.0.0.'],
    [`${key}${nodes}<port>1024</port>`, 'Port must be higher than 1024 and lower than 65535.'],
    [`${key}${nodes}<port>1025</port>`, undefined],
    [`${key}${nodes}<node_type>client</node_type>`, undefined],
    [
      `${key}${nodes}<node_type>boss</node_type>`,
      'Invalid node type boss. Correct values are master and worker',
    ],
    [
      '<disabled>yes</disabled><haproxy_helper><frequency>9</frequency></haproxy_helper>',
      "'haproxy_disabled'",
    ],
  ])('%s', (options, message) => {
    const text = file(`<cluster>${options}</cluster>`);
    expect(readAsClusterd(read(text)).map((fault) => fault.message)).toEqual(message ? [message] : []);
  });

  it.each<[string, string | undefined]>([
    ['<frequency>9</frequency>', 'Invalid value for frequency. 9 is less than the minimum of 10'],
    ['<frequency> +1_0 </frequency>', undefined],
    ['<frequency>ten</frequency>', 'HAProxy Helper frequency must be an integer.'],
    [
      '<haproxy_port>65536</haproxy_port>',
      'Invalid value for haproxy_port. 65536 is greater than the maximum of 65535',
    ],
    [
      '<imbalance_tolerance>0</imbalance_tolerance>',
      'Invalid value for imbalance_tolerance. 0 is less than or equal to the minimum of 0',
    ],
    ['<imbalance_tolerance>1e-1</imbalance_tolerance>', undefined],
    ['<imbalance_tolerance>x</imbalance_tolerance>', 'HAProxy Helper imbalance_tolerance must be a float.'],
    [
      '<haproxy_protocol>https</haproxy_protocol>',
      'HAProxy certificate file required in the haproxy_cert parameter',
    ],
    ['<haproxy_protocol>https</haproxy_protocol><haproxy_cert>x</haproxy_cert>', undefined],
    [
      '<haproxy_protocol>ftp</haproxy_protocol>',
      "Invalid value for haproxy_protocol. 'ftp' is not one of ['http', 'https']",
    ],
  ])('with the helper %s', (options, message) => {
    const helper = `<haproxy_helper><haproxy_disabled>no</haproxy_disabled>${options}</haproxy_helper>`;
    const text = file(`<cluster>${key}${nodes}${helper}</cluster>`);
    expect(readAsClusterd(read(text)).map((fault) => fault.message)).toEqual(message ? [message] : []);
  });

  it('is the last one of the file', () => {
    const text = file(`<cluster>${key}${nodes}</cluster><cluster></cluster>`);
    expect(faults(text)).toEqual([['cluster', '<cluster>']]);
  });
});

describe('any text', () => {
  const pieces = [
    '<',
    '>',
    '/',
    '"',
    ' ',
    '\n',
    '\\',
    '!',
    '-',
    '&',
    'é',
    '\0',
    '<ab>',
    '</ab>',
    '<ab x="1">',
    '<!--',
    '-->',
  ];

  it('is read without an exception, and its faults lie in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { span } of readAsClusterd(read(text))) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
