import { describe, expect, it } from 'vitest';
import { customRule, testText } from '../testing/context';
import { definedCommands } from './command-names';
import { workspaceSymbols } from './workspace-symbols';

const { document } = testText(
  '<ossec_config><command><name>block-ip</name><executable>x.py</executable></command></ossec_config>',
);
const known = {
  workspaceCommands: definedCommands(document),
  customRules: [customRule(100100), customRule(100200, { summary: 'Window broken' })],
};

describe('workspace symbols', () => {
  it.each([
    ['', ['block-ip', '100100 Door opened at night', '100200 Window broken']],
    ['100', ['100100 Door opened at night', '100200 Window broken']],
    ['BLK', ['block-ip']],
    ['wbrk', ['100200 Window broken']],
    ['zzz', []],
  ])('"%s"', (query, expected) => {
    expect(workspaceSymbols(query, known).map(({ name }) => name)).toEqual(expected);
  });
});
