import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Report, ScenarioResult, ScriptTest } from '../../dryrun';
import { quietReport } from '../../dryrun/for-tests';
import { call, type Given } from '../testing/memory-io';

/** What no output may hold, whatever a script, a file or a file's name says: it would act on a terminal or on a CI. */
const acts = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##(?:\[|vso\[)/iu;

/** An order to GitHub, of which `check --format github` makes its own. */
const order = /^\s*::/m;

const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::error::',
        '##[',
        '##vso[',
        '\n',
        '\r',
        '\u001b[2J',
        '\u009b',
        '\u202e',
        '\u2028',
        '\ud800',
        '<',
        ']]>',
        '%0A',
        'a',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** A name that a file can have. */
const fileName = foreign.map(
  (name) =>
    `x${Buffer.from(name)
      .toString()
      .replaceAll(/[/\0\\%?#]|^\.+$/g, '_')}`,
);

const finding = fc
  .record({ message: foreign, evidence: foreign })
  .map((said): Finding => ({ code: 'slow', ...said, line: 1, seen: 'in a run' }));

const report = fc.record({ why: foreign, line: foreign, what: foreign, log: fc.array(foreign), finding }).map(
  ({ why, line, what, log, finding: one }): Report => ({
    ...quietReport,
    ...{ why, log, findings: [one], lent: [what], proof: { kind: 'none', reason: why } },
    transcript: [{ at: 0, from: 'script', line, note: what }],
    effects: [{ step: 'add', kind: 'created', what, diff: line }],
    steps: [{ step: 'add', at: 0, answer: null, exit: { code: 0, signal: null }, ms: 1, stderr: line }],
  }),
);

const tested = fc.record({ why: foreign, finding }).map(({ why, finding: one }): ScriptTest => {
  const scenario = (verdict: ScenarioResult['verdict']): ScenarioResult => ({
    ...{ name: 'add', verdict, why, findings: verdict === 'failed' ? [one] : [], ms: 1 },
  });
  return {
    ...{ script: '/site/x', stateful: false, expected: null, expectedFrom: null, ms: 1 },
    findings: [one],
    scenarios: [scenario('passed'), scenario('failed'), scenario('not shown')],
  };
});

async function saysOnly(argv: readonly string[], given: Given, isGithub = false): Promise<void> {
  const { stdout, stderr } = await call(argv, given);
  expect(stdout).not.toBe('');
  for (const said of [stdout, stderr]) {
    expect(said).not.toMatch(acts);
    if (!isGithub) expect(said).not.toMatch(order);
  }
  if (isGithub)
    expect(stdout.split('\n').every((line) => line === '' || /^::\w+ file=/.test(line))).toBe(true);
}

const runs = { numRuns: 60 };

describe('what comes from elsewhere only says something', () => {
  it.each(['text', 'json'])('dry-run --format %s', (format) =>
    fc.assert(
      fc.asyncProperty(fileName, report, (name, one) =>
        saysOnly(['dry-run', name, '--format', format, '--sample', 'ssh-brute-force'], {
          files: { [name]: '#!/bin/sh\n' },
          dryRun: async () => one,
        }),
      ),
      runs,
    ),
  );

  it.each(['text', 'json', 'junit'])('test --format %s', (format) =>
    fc.assert(
      fc.asyncProperty(fileName, tested, (name, one) =>
        saysOnly(['test', name, '--format', format, '--sample', 'ssh-brute-force'], {
          files: { [name]: '#!/bin/sh\n' },
          testScript: async (_request, { onScenario }) => {
            for (const scenario of one.scenarios) onScenario?.(scenario);
            return one;
          },
        }),
      ),
      runs,
    ),
  );

  it.each(['text', 'json', 'sarif', 'github'])('check --format %s', (format) =>
    fc.assert(
      fc.asyncProperty(fileName, foreign, (name, word) =>
        saysOnly(
          ['check', `${name}.conf`, '--format', format],
          {
            files: {
              [`${name}.conf`]: `<ossec_config><${word}>${word}</x><command><name>${word}</name></command></ossec_config>`,
            },
          },
          format === 'github',
        ),
      ),
      runs,
    ),
  );

  it('an error', () =>
    fc.assert(
      fc.asyncProperty(fileName, async (name) => {
        const { stderr } = await call(['check', name]);
        expect(stderr).not.toBe('');
        expect(stderr).not.toMatch(acts);
        expect(stderr).not.toMatch(order);
      }),
      runs,
    ));
});
