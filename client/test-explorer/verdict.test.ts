import { describe, expect, it } from 'vitest';
import { failure, outputLines } from './verdict';

const finding = {
  code: 'weak-key',
  message: 'The key is the rule. Use the address.',
  evidence: 'check_keys ["5712"]',
  seen: 'in a run',
} as const;

describe('a failure', () => {
  it('says what is wrong, what was seen, and where', () => {
    expect(failure({ ...finding, line: 12 })).toEqual({
      message: 'The key is the rule. Use the address.\n\n```\ncheck_keys ["5712"]\n```\n\n`weak-key`',
      line: 12,
    });
  });

  it('lets no evidence out of its block', () => {
    expect(failure({ ...finding, evidence: '```\n[x](command:y)' }).message.split('```')).toHaveLength(3);
  });

  it('has no block without evidence', () => {
    expect(failure({ ...finding, evidence: '' }).message).not.toContain('```');
  });
});

describe('the output', () => {
  it('has a line for a scenario that passed', () => {
    const result = { name: 'add', verdict: 'passed', why: 'It asked.', findings: [], ms: 41 } as const;
    expect(outputLines(result)).toEqual(['  ✓ add (41 ms): It asked.']);
  });

  it('has the findings of one that failed', () => {
    const findings = [{ ...finding, line: 12 }];
    expect(outputLines({ name: 'abort', verdict: 'failed', why: 'No.', findings, ms: 9 })).toEqual([
      '  ✕ abort (9 ms): No.',
      '      weak-key, line 13: The key is the rule. Use the address.',
      '        check_keys ["5712"]',
    ]);
  });
});
