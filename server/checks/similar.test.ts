import { describe, expect, it } from 'vitest';
import { similar } from './similar';

describe('the word that was meant', () => {
  const known = ['firewall-drop', 'host-deny', 'rules_id', 'rules_group'];
  it.each([
    ['firewal-drop', 'firewall-drop'],
    ['Firewall-Drop', 'firewall-drop'],
    ['hostdeny', 'host-deny'],
    ['rule_id', 'rules_id'],
    ['group', undefined],
    ['', undefined],
    ['x', undefined],
  ])('%j: %s', (word, meant) => {
    expect(similar(word, known)).toBe(meant);
  });
});
