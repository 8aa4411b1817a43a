import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { read } from '../os-xml';
import { readRules } from './read-rules';
import type { RuleSummary } from './rule';

const local = `<!-- Rules of our own -->
<var name="BURST">8</var>
<var name="OURS">local,\\d</var>
<group name="local,syslog,sshd,">
  <rule id="100001" level="5">
    <if_sid>5716, 5710</if_sid>
    <srcip>203.0.113.7</srcip>
    <description>sshd: failed login
      from the test network</description>
    <group>authentication_failed,pci_dss_10.2.4,pci_dss_10.2.5,</group>
    <mitre>
      <id>T1110.001</id>
      <id>T1110.001</id>
    </mitre>
  </rule>
  <RULE ID="100002" Level="10" frequency="$BURST" timeframe="120">
    <if_matched_sid>100001</if_matched_sid>
    <same_source_ip />
    <description>Many & more, 1 \\< 2</description>
    <mitre><tacticID>TA0006</tacticID><techniqueID>T1110</techniqueID></mitre>
    <options>no_log</options>
    <options>no_ar</options>
  </RULE>
</group>
<! an old comment with a <rule id="1" level="1"> !>
<group name="web">
  <rule id="5710" level="0" overwrite="yes" noalert="1">
    <decoded_as>web-accesslog</decoded_as>
    <if_group>web-log</if_group>
    <description>$OURS and $unknown</description>
    <group>attack,</group>
    <group>gdpr_IV_35.7.d</group>
  </rule>
</group>
`;

/** The rule of `xml` with this id. */
function rule(xml: string, id: number): RuleSummary | undefined {
  return readRules(read(xml), 'local_rules.xml', 'file:///etc/rules/local_rules.xml').find(
    (each) => each.id === id,
  );
}

it('tells which fields a rule asks for', () => {
  const xml = `<group name="x,"><rule id="100001" level="3"><if_sid>550</if_sid>
    <field name="file">/etc/</field><field name="win.eventdata.image">x</field><field name="a" negate="yes">x</field>
    <url>x</url><same_source_ip /><description>x</description></rule></group>`;
  expect(rule(xml, 100_001)?.fields).toEqual([
    'syscheck.path',
    'data.file',
    'data.win.eventdata.image',
    'data.url',
    'data.srcip',
  ]);
});

describe('a rule file', () => {
  it('gives level, groups, compliance, techniques, parents', () => {
    expect(rule(local, 100_001)).toEqual({
      id: 100_001,
      level: 5,
      summary: 'sshd: failed login from the test network',
      file: 'local_rules.xml',
      groupText: 'local,syslog,sshd,authentication_failed,pci_dss_10.2.4,pci_dss_10.2.5,',
      groups: ['local', 'syslog', 'sshd', 'authentication_failed'],
      compliance: { pci_dss: ['10.2.4', '10.2.5'] },
      mitre: ['T1110.001'],
      parents: [5716, 5710],
      parentGroups: [],
      noActiveResponse: false,
      noAlert: false,
      noLog: false,
      overwrite: false,
      source: { uri: 'file:///etc/rules/local_rules.xml', line: 4 },
      fields: ['data.srcip'],
    });
  });

  it('reads names in any case, variables, options and the newer form of mitre', () => {
    expect(rule(local, 100_002)).toMatchObject({
      level: 10,
      summary: 'Many & more, 1 \\< 2',
      frequency: 8,
      timeframe: 120,
      parents: [100_001],
      mitre: ['T1110'],
      noActiveResponse: true,
      noLog: true,
      source: { line: 15 },
    });
  });

  it('puts nothing between the texts of a group string', () => {
    expect(rule(local, 5710)).toMatchObject({
      level: 0,
      overwrite: true,
      noAlert: true,
      decodedAs: 'web-accesslog',
      parentGroups: ['web-log'],
      summary: 'local,\\d and $unknown',
      groupText: 'webattack,gdpr_IV_35.7.d',
      groups: ['webattack'],
      compliance: { gdpr: ['IV_35.7.d'] },
    });
  });

  it.each([
    ['no id', '<group name="a,"><rule level="1"><match>x</match></rule></group>'],
    ['no level', '<group name="a,"><rule id="1"><match>x</match></rule></group>'],
    ['words for an id', '<group name="a,"><rule id="one" level="1"><match>x</match></rule></group>'],
    ['another root', '<ossec_config><rule id="1" level="1"><match>x</match></rule></ossec_config>'],
    ['nothing', ''],
  ])('with %s gives no rule', (_, xml) => {
    expect(readRules(read(xml), 'x.xml', 'file:///x.xml')).toEqual([]);
  });
});

/** The ids that fast-xml-parser, a reader of another make, finds: our dialect is first made into XML. */
function secondReader(text: string): readonly number[] {
  const xml = text.replaceAll(/<!.*?(?:-->|!>)/gs, '').replaceAll('\\<', '&lt;');
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
  });
  const found: number[] = [];
  const visit = (nodes: unknown) => {
    if (!Array.isArray(nodes)) return;
    for (const node of nodes) {
      for (const [name, value] of Object.entries<unknown>(node)) {
        const attributes: Record<string, string> = node[':@'] ?? {};
        const id = Object.entries(attributes).find(([key]) => key.toLowerCase() === '@_id')?.[1];
        if (name.toLowerCase() === 'rule' && id !== undefined) found.push(Number(id));
        visit(value);
      }
    }
  };
  visit(parser.parse(`<root>${xml}</root>`));
  return found;
}

describe('two readers', () => {
  it('list the same rules of a file', () => {
    expect(readRules(read(local), 'a', 'b').map(({ id }) => id)).toEqual(secondReader(local));
    expect(secondReader(local)).toEqual([100_001, 100_002, 5710]);
  });

  it('list the same rules of any file', () => {
    const text = fc.stringMatching(/^[a-z0-9 &;|^$*+."'>!-]{0,20}$/).map((each) => each.replaceAll('!>', ''));
    const option = fc.tuple(fc.constantFrom('match', 'regex', 'description', 'group'), text);
    const anyRule = fc.tuple(
      fc.integer({ min: 1, max: 999_999 }),
      fc.integer({ min: 0, max: 16 }),
      fc.array(option),
    );
    const file = fc.array(
      fc.tuple(
        fc.stringMatching(/^[a-z,]{1,9}$/),
        fc.array(anyRule),
        fc.constantFrom('', '<!-- x -->', '<! y !>'),
      ),
    );
    fc.assert(
      fc.property(file, (groups) => {
        const xml = groups
          .map(([name, rules, comment]) => {
            const body = rules.map(([id, level, options]) => {
              const inside = options.map(([key, value]) => `    <${key}>${value}</${key}>\n`).join('');
              return `  <rule id="${id}" level='${level}'>\n${inside}  </rule>\n`;
            });
            return `${comment}<group name="${name}">\n${body.join('')}</group>\n`;
          })
          .join('');
        const written = groups.flatMap(([, rules]) => rules.map(([id]) => id));
        expect(readRules(read(xml), 'a', 'b').map(({ id }) => id)).toEqual(written);
        expect(secondReader(xml)).toEqual(written);
      }),
    );
  });
});

it('reads whatever it is given', () => {
  const piece = fc.constantFrom(
    '<group name="a,">',
    '</group>',
    '<rule id="1" level="2">',
    '<rule id=1>',
    '</rule>',
    '<var name="x">',
    '</var>',
    '$x',
    '<mitre><id>',
    '</id>',
    '<',
    '>',
    '<!',
    '!>',
    '\n',
    ' ',
    '"',
    'text',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const each of readRules(read(pieces.join('')), 'a', 'b'))
        expect(each.id).toBeGreaterThanOrEqual(0);
    }),
  );
});
