import { describe, expect, it } from 'vitest';
import { claimed, complaint, ownWords } from './complaints';

const start = (...log: string[]) => ({ log, sent: '{"cut', alert: {} });

describe('a line that claims that something was done', () => {
  it.each([
    ['ar: Successfully removed threat', true],
    ['2026/11/24 16:00:01 ar: Blocked 203.0.113.45', true],
    ['203.0.113.45 added to the list', true],
    ['Removed positive threat located in {"rule":{"description":"not removed"}}', true],
    ['Error removing threat', false],
    ['203.0.113.45 is already blocked', false],
    ['not blocked: no address', false],
    ['would have blocked', false],
    ['203.0.113.45 was blocked before', false],
    ['ar: stopped', false],
    ['ALERT: path outside the safe folder blocked: /etc/x', false],
    ['refused: /etc/passwd is not removed', false],
    ['Blocking null', false],
    ['Starting', false],
    ['{"rule":{"description":"sshd: blocked"}}', false],
    ['Failed to block: nothing removed', false],
  ])('%s', (line, claims) => {
    expect(claimed(start(line)) === line).toBe(claims);
  });
});

describe('a line that tells of an error', () => {
  it.each([
    ['ar: ERROR: jq is not installed', true],
    ['Cannot read the message', true],
    ['yara is not installed', true],
    ['no address in the alert', false],
    ['leaves 127.0.0.1 alone', false],
    ['{"data":{"log":"error 404"}}', false],
  ])('%s', (line, complains) => {
    expect(complaint(start(line)) === line).toBe(complains);
  });
});

it('takes JSON out of a line, and the message also where it is cut off', () => {
  expect(ownWords('a {"b":{"c":1}} d {"e":', start())).toBe('a  d ');
  expect(ownWords('a: {"cut removed it', start())).toBe('a:  removed it');
});

it('takes the phrases of the alert out of a line, whoever wrote them', () => {
  const description = 'SSH brute force: authentication failed';
  const message = JSON.stringify({ parameters: { alert: { rule: { description }, data: { srcip: 'x' } } } });
  const line = `only logged: ${description} (x)`;
  expect(ownWords(line, { sent: `${message}\n` })).toBe('only logged:  (x)');
  expect(complaint({ log: [line], sent: message })).toBeUndefined();
  expect(complaint({ log: [`${line} failed`], sent: message })).toBeDefined();
});
