import { describe, expect, it } from 'vitest';
import type { Finding, ScenarioResult } from '../../dryrun';
import { failure, failures, outputLines, type ScriptVerdict, scriptVerdict } from './verdict';

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

describe('a failure without a finding', () => {
  it('says why', () => {
    const result = { name: 'add', verdict: 'failed', why: 'Nothing was done.', findings: [], ms: 1 } as const;
    expect(failures(result)).toEqual([{ message: 'Nothing was done.', line: undefined }]);
    expect(failures({ ...result, findings: [finding] })).toEqual([failure(finding)]);
  });
});

describe('the script itself', () => {
  const scenario = (name: ScenarioResult['name'], verdict: ScenarioResult['verdict']): ScenarioResult => ({
    ...{ name, verdict, why: `${name} is ${verdict}.`, findings: [], ms: 1 },
  });
  const passed = scenario('add', 'passed');
  const failed = scenario('abort', 'failed');
  const [mute, silent] = [scenario('delete-twice', 'not shown'), scenario('concurrent', 'not shown')];

  it.each<[string, readonly ScenarioResult[], readonly Finding[], ScriptVerdict]>([
    ['all passed', [passed, passed], [], { kind: 'passed' }],
    ['one failed', [passed, failed, mute], [], { kind: 'nothing' }],
    ['nothing was shown', [mute, silent], [], { kind: 'skipped' }],
    ['the text is wrong', [passed, mute], [finding], { kind: 'failed', failures: [failure(finding)] }],
    [
      'some was not shown',
      [passed, mute, silent],
      [],
      {
        kind: 'failed',
        failures: [
          {
            message:
              '2 of 3 scenarios are not shown: delete-twice, concurrent.\n\ndelete-twice is not shown.',
            line: undefined,
          },
        ],
      },
    ],
  ])('%s', (_, results, inText, verdict) => {
    expect(scriptVerdict(results, inText)).toEqual(verdict);
  });
});

describe('the output', () => {
  it('has a line for a scenario that passed', () => {
    const result = { name: 'add', verdict: 'passed', why: 'It asked.', findings: [], ms: 41 } as const;
    expect(outputLines(result)).toEqual(['  ✓ add (41 ms): It asked.']);
  });

  it('has the reason of one that was not shown', () => {
    const why = 'The first delete never came.';
    const result = { name: 'delete-twice', verdict: 'not shown', why, findings: [], ms: 3 } as const;
    expect(outputLines(result)).toEqual([`  ○ delete-twice (3 ms): ${why}`]);
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
