import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configuration, fate } from '../wazuh/model';
import { read } from '../wazuh/os-xml';
import { blocks } from './blocks';
import { applied, insertInto } from './insert';
import type { ScaffoldRequest } from './request';

const request: ScaffoldRequest = {
  template: 'block-ip',
  language: 'python',
  name: 'block-ip',
  where: { location: 'local' },
  when: { rulesId: [5712] },
};
const command = blocks(request).command;
const response = blocks(request).activeResponse;

/** The text after the insertion; the reason where there is none. */
function inserted(text: string, of: ScaffoldRequest = request): string {
  const insertion = insertInto(text, blocks(of));
  return insertion.kind === 'edits'
    ? applied(text, insertion.edits)
    : `${insertion.kind}: ${insertion.reason}`;
}

/** A block as it stands at a level of indentation. */
function at(indent: string, block: string): string {
  return block.replace(/^/gm, indent);
}

describe('the blocks go', () => {
  it('to the end of a file that has none', () => {
    expect(
      inserted('<ossec_config>\n  <global>\n    <logall>no</logall>\n  </global>\n</ossec_config>\n'),
    ).toBe(
      `<ossec_config>\n  <global>\n    <logall>no</logall>\n  </global>\n\n${at('  ', command)}\n\n${at('  ', response)}\n</ossec_config>\n`,
    );
  });

  it('into an empty root, on one line or two', () => {
    const whole = `<ossec_config>\n${at('  ', command)}\n\n${at('  ', response)}\n</ossec_config>\n`;
    expect(inserted('<ossec_config>\n</ossec_config>\n')).toBe(whole);
    expect(inserted('<ossec_config></ossec_config>\n')).toBe(whole);
  });

  it('behind the last command, where the last response stands above it', () => {
    const text =
      '<ossec_config>\n\t<command>\n\t\t<name>a</name>\n\t\t<executable>a</executable>\n\t</command> <!-- old -->\n\n\t<!-- end -->\n</ossec_config>\n';
    const tabbed = (block: string) => at('\t', block.replaceAll('\n  ', '\n\t'));
    expect(inserted(text)).toBe(
      text.replace('<!-- old -->', `<!-- old -->\n\n${tabbed(command)}\n\n${tabbed(response)}`),
    );
  });

  it('each behind its like, with the line ends of the file', () => {
    const one = '<command>\r\n    <name>a</name>\r\n    <executable>a</executable>\r\n</command>';
    const two = '<active-response>\r\n    <disabled>yes</disabled>\r\n</active-response>';
    const text = `<ossec_config>\r\n${one}\r\n\r\n<global>\r\n</global>\r\n\r\n${two}\r\n</ossec_config>\r\n`;
    const wide = (block: string) => block.replaceAll('\n  ', '\r\n    ').replaceAll(/(?<!\r)\n/g, '\r\n');
    expect(inserted(text)).toBe(
      text.replace(one, `${one}\r\n\r\n${wide(command)}`).replace(two, `${two}\r\n\r\n${wide(response)}`),
    );
  });
});

describe('nothing is inserted', () => {
  it.each<[string, string, string, ScaffoldRequest?]>([
    [
      'a fault',
      '<ossec_config>\n  <global>\n</ossec_config>\n',
      'refused: Wazuh cannot read the file (line ',
    ],
    [
      'an agent',
      '<ossec_config><client><server><address>a</address></server></client></ossec_config>',
      'refused: This is not',
    ],
    ['agent.conf', '<agent_config></agent_config>', 'refused: This is not'],
    ['no root', '', 'refused: The file has no <ossec_config>'],
    [
      'the name is taken',
      '<ossec_config><command><name>block-ip</name><executable>x</executable></command></ossec_config>',
      'name-taken: The file has a command called block-ip already. block-ip-b is free.',
    ],
    [
      'the name is taken in ar.conf',
      '<ossec_config><command><name>block-ip60</name><executable>x</executable></command><active-response><command>block-ip60</command><location>local</location><level>3</level></active-response></ossec_config>',
      'name-taken: ',
      { ...request, timeout: 600 },
    ],
  ])('%s', (_, text, reason, of = request) => {
    expect(inserted(text, of).slice(0, reason.length)).toBe(reason);
  });
});

describe('whatever the file', () => {
  const indent = fc.constantFrom('', '  ', '    ', '\t');
  const eol = fc.constantFrom('\n', '\r\n');
  const known = fc.constantFrom('a', 'b', 'c');
  const section = fc.oneof(
    known.map((name) => [
      '<command>',
      `<name>${name}</name>`,
      `<executable>${name}</executable>`,
      '</command>',
    ]),
    known.map((name) => [
      '<active-response>',
      `<command>${name}</command>`,
      '<location>local</location>',
      '<level>7</level>',
      '</active-response>',
    ]),
    fc.constant(['<active-response>', '<disabled>yes</disabled>', '</active-response>']),
    fc.constant(['<global>', '<logall>no</logall>', '</global>']),
    fc.constant(['<!-- <command> a comment </command> -->']),
    fc.constant(['<command><name>a</name><executable>a</executable></command> <!-- behind -->']),
    fc.constant(['']),
  );
  const root = fc.array(section, { maxLength: 6 });
  const file = fc
    .tuple(fc.array(root, { minLength: 1, maxLength: 3 }), indent, eol)
    .map(([roots, blank, end]) =>
      roots
        .map((sections) =>
          [
            '<ossec_config>',
            ...sections.map((lines) =>
              lines
                .map((line, i) => (i > 0 && i < lines.length - 1 ? blank + blank + line : blank + line))
                .join(end),
            ),
            '</ossec_config>',
            '',
          ].join(end),
        )
        .join(''),
    );

  it('the result reads without faults, binds the new response, and nothing else has changed', () => {
    fc.assert(
      fc.property(file, (text) => {
        const insertion = insertInto(text, blocks(request), 'manager');
        if (insertion.kind !== 'edits') throw new Error(insertion.reason);
        const result = applied(text, insertion.edits);
        expect(read(result).faults).toEqual([]);
        // Taken out again, the new text leaves the old one.
        let rest = result;
        for (const { span, newText } of insertion.edits) {
          rest = rest.slice(0, span.start) + rest.slice(span.start + newText.length);
        }
        expect(rest).toBe(text);
        const before = configuration(read(text), 'manager');
        const after = configuration(read(result), 'manager');
        expect(after.commands).toHaveLength(before.commands.length + 1);
        const added = after.responses.find((one) => one.command?.text === 'block-ip');
        expect(added && fate(after, added)).toMatchObject({ kind: 'bound', timeout: 600 });
        // The last response is ours: a disabled one behind it would switch it off.
        expect(after.responses.at(-1)).toBe(added);
        expect(after.responses.slice(0, -1).map((one) => fate(after, one).kind)).toEqual(
          before.responses.map((one) => fate(before, one).kind),
        );
      }),
      { numRuns: 500 },
    );
  });
});
