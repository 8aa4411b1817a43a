import { describe, expect, it } from 'vitest';
import { read } from '../os-xml';
import { configuration } from './configuration';
import { holdsForAll, whiteList, whiteListed } from './white-list';

describe('a white list', () => {
  it('is made of the entries of all global sections', () => {
    const text =
      '<ossec_config><global><white_list>a</white_list></global></ossec_config>' +
      '<ossec_config><global><white_list>b</white_list><logall>no</logall></global></ossec_config>';
    const found = whiteList(configuration(read(text), 'manager'));
    expect(found.map((value) => value.text)).toEqual(['a', 'b']);
  });
});

describe('an entry', () => {
  it.each([
    ['10.0.0.0/8', { kind: 'network', negated: false, everything: false }],
    ['10.0.0.0/255.0.0.0', { kind: 'network', negated: false, everything: false }],
    ['!10.0.0.1', { kind: 'network', negated: true, everything: false }],
    ['0.0.0.0/0', { kind: 'network', negated: false, everything: true }],
    ['0.0.0.0/0.0.0.0', { kind: 'pattern', negated: false, alternatives: ['0.0.0.0/0.0.0.0'] }],
    ['10.0.0.0/10', { kind: 'network', negated: false, everything: false }],
    ['10.0.0.', { kind: 'pattern', negated: false, alternatives: ['10.0.0.'] }],
    ['::1|!a', { kind: 'pattern', negated: false, alternatives: ['::1', '!a'] }],
    ['!::1', { kind: 'pattern', negated: true, alternatives: ['::1'] }],
    ['', { kind: 'pattern', negated: false, alternatives: [''] }],
  ])('%j', (text, expected) => {
    expect(whiteListed(text)).toEqual(expected);
  });

  it.each([
    ['', true],
    ['^', true],
    ['.', true],
    ['localhost|', true],
    ['!localhost', true],
    ['!localhost|', false],
    ['0.0.0.0/0', true],
    ['10.0.0.0/8', false],
    ['^localhost.localdomain$', false],
  ])('%j holds for all: %s', (text, expected) => {
    expect(holdsForAll(whiteListed(text))).toBe(expected);
  });
});
