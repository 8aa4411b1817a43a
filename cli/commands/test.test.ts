import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  SandboxRefused,
  type ScenarioResult,
  type ScriptTest,
  type TestRequest,
  UnknownExpectation,
} from '../../dryrun';
import { call, type Given, type Outcome } from '../testing/memory-io';

const asking = '#!/usr/bin/env python3\n# parameters.alert.data.srcip\nprint("check_keys")\n';
const mute = '#!/bin/sh\nread -r line\n';

const weak = {
  code: 'weak-key',
  message: 'The key is weak. Send the target.',
  evidence: 'keys: ["<1>"]\u0007 & more',
  line: 6,
  seen: 'in a run',
} as const;
const text = {
  code: 'crlf',
  message: 'Lines end in CR LF.',
  evidence: 'x',
  line: 0,
  seen: 'in the text',
} as const;

const passed: ScenarioResult = {
  name: 'add',
  verdict: 'passed',
  why: 'It did this: changed /etc/hosts.deny.',
  findings: [],
  ms: 120,
};
const failed: ScenarioResult = {
  name: 'two-targets',
  verdict: 'failed',
  why: 'The key is weak.',
  findings: [weak],
  ms: 240,
};
const again: ScenarioResult = { ...failed, name: 'abort' };
const blank: ScenarioResult = {
  name: 'delete-twice',
  verdict: 'not shown',
  why: 'The first delete never came.',
  findings: [],
  ms: 10,
};
/** It fails by what was seen, and no finding is to blame. */
const idle: ScenarioResult = { ...passed, verdict: 'failed', why: 'Nothing was done.' };

const good: ScriptTest = {
  script: '/site/x',
  stateful: true,
  expected: 'blocks the address',
  expectedFrom: 'run',
  findings: [],
  scenarios: [passed],
  ms: 300,
};
const open: ScriptTest = { ...good, scenarios: [passed, blank] };
const bad: ScriptTest = { ...good, findings: [weak, text], scenarios: [passed, failed, again] };

/** Calls `test` with scripts whose trials come out as told, one after the other. */
async function tried(
  argv: readonly string[],
  results: readonly ScriptTest[],
  given: Given = {},
): Promise<Outcome & { readonly requests: readonly TestRequest[] }> {
  const requests: TestRequest[] = [];
  const outcome = await call(['test', ...argv], {
    files: { x: asking, y: mute },
    testScript: async (request, { onExpectation, onScenario }) => {
      const result = results[requests.push(request) - 1] ?? good;
      const { expected: what, expectedFrom: from } = result;
      onExpectation?.(what && from ? { what, from } : undefined);
      for (const scenario of result.scenarios) onScenario?.(scenario);
      return result;
    },
    ...given,
  });
  return { ...outcome, requests };
}

describe('what is asked for', () => {
  it('is every script, with what the options say', async () => {
    const { requests, status } = await tried(
      ['x', 'y', '--rule', '5712', '--scenario', 'add', '--scenario', 'abort', '--sandbox', 'none'],
      [],
    );
    expect(status).toBe(0);
    expect(requests).toMatchObject([
      { script: '/site/x', timeout: 600, scenarios: ['add', 'abort'], sandbox: 'none' },
      { script: '/site/y', timeout: 0, scenarios: ['add', 'abort'], alert: { rule: { id: '5712' } } },
    ]);
  });

  it.each<[string, string]>([
    ['blocks the address', 'blocks the address'],
    ['moves-the-file-away', 'moves the file away'],
    ['only', 'only logs'],
  ])('is what the script should do: --expect %s', async (words, expected) => {
    expect((await tried(['x', '--expect', words], [])).requests[0]?.expected).toBe(expected);
  });

  it('is every scenario that applies, where none is named', async () => {
    expect((await tried(['x'], [])).requests[0]?.scenarios).toBeUndefined();
  });
});

describe('exit status', () => {
  it.each<[string, readonly ScriptTest[], number]>([
    ['nothing wrong', [good], 0],
    ['a scenario failed', [bad], 1],
    ['only the text is wrong', [{ ...good, findings: [text] }], 1],
    ['one of two scripts', [good, bad], 1],
    ['a scenario failed, and nothing is to blame', [{ ...good, scenarios: [idle] }], 1],
    ['something was not shown', [open], 1],
  ])('%s', async (_, results, status) => {
    for (const format of ['text', 'json', 'junit'])
      expect(
        (await tried(['x', 'y', '--format', format].slice(results.length === 1 ? 1 : 0), results)).status,
      ).toBe(status);
  });

  it.each<[string, ScriptTest, number]>([
    ['something was not shown', open, 0],
    ['a scenario failed', { ...bad, scenarios: [failed, blank] }, 1],
    ['only the text is wrong', { ...open, findings: [text] }, 1],
  ])('with --allow-not-shown: %s', async (_, result, status) => {
    expect((await tried(['x', '--allow-not-shown'], [result])).status).toBe(status);
  });

  it('2 for an expectation that there is not, with those that there are', async () => {
    const { status, stdout, stderr, requests } = await tried(['x', '--expect', 'bans'], []);
    expect({ status, stdout, requests }).toEqual({ status: 2, stdout: '', requests: [] });
    expect(stderr).toMatch(
      /^wazuh-ar: test: --expect bans is not known\. --expect is one of: blocks the address, .*, only logs\.\n$/,
    );
  });

  it('2 for a script that does not say what it should do in words that are known', async () => {
    const { status, stderr } = await tried(['x'], [], {
      testScript: () => Promise.reject(new UnknownExpectation('x', 'bans it', 2)),
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^wazuh-ar: test: x:3: There is no expectation "bans it"\. It is one of: blocks the address, /,
    );
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['is not there', {}, 'nofile.sh cannot be read: no such file or directory.'],
    ['is a folder', { 'nofile.sh/y': mute }, 'nofile.sh is a folder. '],
    [
      'says what nobody knows',
      { 'nofile.sh': `${mute}# wazuh-ar: bans it\n` },
      'nofile.sh:3: There is no expectation "bans it". ',
    ],
  ])('2 for any that %s, before one is run', async (_, more, words) => {
    const { status, stdout, stderr, requests } = await tried(['x', 'nofile.sh'], [], {
      files: { x: asking, ...more },
    });
    expect({ status, stdout, requests }).toEqual({ status: 2, stdout: '', requests: [] });
    expect(stderr).toContain(words);
  });

  it('2 where there is no sandbox, and nothing is run without one', async () => {
    const { status, stderr } = await tried(['x'], [], {
      testScript: () => Promise.reject(new SandboxRefused('Namespaces are off.', 'Switch them on.')),
    });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'wazuh-ar: test: Namespaces are off. Switch them on. To run the script on this machine, unprotected: --sandbox none.\n',
    );
  });

  it('2 on Ctrl-C', async () => {
    const controller = new AbortController();
    const { status, stderr } = await tried(['x'], [], {
      interrupted: controller.signal,
      testScript: async (_, { signal }) => {
        controller.abort();
        signal.throwIfAborted();
        return good;
      },
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'wazuh-ar: test: stopped. No process of the script is left.\n',
    });
  });
});

describe('in words', () => {
  it('each scenario in its order, and each finding told once', async () => {
    const { stdout } = await tried(['x', '--rule', '5712'], [bad]);
    const [heading, alert, ...lines] = stdout.split('\n');
    expect(heading).toBe('x  undone after 600 s  in the sandbox');
    expect(alert).toMatch(/^alert: made for rule 5712: /);
    expect(lines).toEqual([
      'expected: blocks the address (as seen in the plain run)',
      '',
      'passed     add                  It did this: changed /etc/hosts.deny.',
      'failed     two-targets          The key is weak.',
      '           weak-key: Send the target.',
      '             x:7: keys: ["<1>"]\\u0007 & more',
      'failed     abort                The key is weak.',
      '           weak-key',
      '',
      'In its text',
      '           crlf: Lines end in CR LF.',
      '             x:1: x',
      '',
      '1 passed, 2 failed, 0 not shown, 0.3 s',
      '',
      '',
    ]);
  });

  it('one cause once, with all that it keeps from showing anything', async () => {
    const names = [
      'add-delete',
      'abort',
      'two-targets',
      'repeated-offender',
      'missing-target',
      'ipv6-target',
    ];
    const more = ['allow-listed-target', 'hostile-values'];
    const scenarios = [
      passed,
      blank,
      ...[...names, ...more].map((name) => ({ ...blank, name, why: 'Mend that first.' }) as ScenarioResult),
    ];
    const { stdout } = await tried(['x'], [{ ...good, scenarios }]);
    expect(stdout.split('\n').slice(4)).toEqual([
      'passed     add                  It did this: changed /etc/hosts.deny.',
      'not shown  delete-twice         The first delete never came.',
      'not shown  Mend that first.',
      '           add-delete, abort, two-targets, repeated-offender, missing-target, ipv6-target, allow-listed-target,',
      '           hostile-values',
      '',
      '1 passed, 0 failed, 9 not shown, 0.3 s',
      'What was not shown is not proven: exit status 1. To let it through: --allow-not-shown.',
      '',
      '',
    ]);
  });

  it.each<[ScriptTest['expected'], ScriptTest['expectedFrom'], string]>([
    ['only logs', 'given', 'only logs (as you said)'],
    ['locks the account', 'script', 'locks the account (as its comment says)'],
    ['ends the process', 'text', 'ends the process (by the commands in its text)'],
    [null, null, 'unknown: neither the plain run nor the text shows it. Say it with --expect'],
  ])('what is expected, and who says so: %s, %s', async (expected, expectedFrom, words) => {
    const { stdout } = await tried(['x'], [{ ...good, expected, expectedFrom }]);
    expect(stdout.split('\n')[2]).toBe(`expected: ${words}`);
  });

  it.each<[string, ScriptTest, number]>([
    ['green', good, 32],
    ['yellow', open, 33],
    ['red', bad, 31],
    ['red', { ...good, scenarios: [idle] }, 31],
  ])('its sum is %s', async (_, result, colour) => {
    const { stdout } = await tried(['x'], [result], { isTerminal: true });
    expect(stdout).toMatch(new RegExp(String.raw`\u001b\[${colour}m\d passed, `));
  });

  it('a verdict of its own colour for what is not shown', async () => {
    const { stdout } = await tried(['x'], [open], { isTerminal: true });
    expect(stdout).toContain('\u001b[33mnot shown\u001b[0m  delete-twice');
  });
});

it('in JSON', async () => {
  const { stdout } = await tried(['x', 'y', '--format', 'json'], [bad, open]);
  const expectation = { expected: 'blocks the address', expectedFrom: 'run' };
  const told = (scenarios: readonly ScenarioResult[]) =>
    scenarios.map((scenario) => ({ ...scenario, reason: scenario.why }));
  expect(JSON.parse(stdout)).toEqual({
    scripts: [
      {
        path: 'x',
        stateful: true,
        ...expectation,
        findings: [weak, text],
        scenarios: told([passed, failed, again]),
        ms: 300,
      },
      { path: 'y', stateful: true, ...expectation, findings: [], scenarios: told([passed, blank]), ms: 300 },
    ],
  });
});

describe('in JUnit', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => ['testsuite', 'testcase'].includes(name),
  });

  it('is well-formed, and its counts are right', async () => {
    const { stdout } = await tried(['x', 'y', '--format', 'junit'], [bad, open]);
    expect(XMLValidator.validate(stdout)).toBe(true);
    const { testsuites } = parser.parse(stdout);
    const count = (counts: Record<string, string>) =>
      ['@tests', '@failures', '@skipped'].map((name) => counts[name]).join(' ');
    expect(count(testsuites)).toBe('7 3 1');
    expect(testsuites.testsuite.map(count)).toEqual(['4 3 0', '3 0 1']);
    for (const { testcase, ...suite } of testsuites.testsuite) {
      expect(String(testcase.length)).toBe(suite['@tests']);
      expect(String(testcase.filter((each: object) => 'failure' in each).length)).toBe(suite['@failures']);
      expect(String(testcase.filter((each: object) => 'skipped' in each).length)).toBe(suite['@skipped']);
    }
  });

  it('says where, what and why', async () => {
    const { stdout } = await tried(['x', '--format', 'junit'], [bad]);
    const [suite] = parser.parse(stdout).testsuites.testsuite;
    expect(suite['@name']).toBe('x');
    expect(suite.testcase[0]).toEqual({
      '@name': 'add',
      '@classname': 'x',
      '@time': '0.120',
      'system-out': 'It did this: changed /etc/hosts.deny.',
    });
    expect(suite.testcase[1]).toEqual({
      '@name': 'two-targets',
      '@classname': 'x',
      '@file': 'x',
      '@line': '7',
      '@time': '0.240',
      failure: {
        '@message': 'The key is weak.',
        '@type': 'weak-key',
        '#text': 'x:7: weak-key: The key is weak. Send the target.\n  keys: ["<1>"]\\u0007 & more',
      },
    });
    expect(suite.testcase.at(-1)).toMatchObject({
      '@name': 'what the text alone shows',
      failure: { '@type': 'crlf' },
    });
  });

  it('skips what was not shown, and says why; fails what did nothing, though nothing was found', async () => {
    const { stdout } = await tried(['x', '--format', 'junit'], [{ ...good, scenarios: [idle, blank] }]);
    const [suite] = parser.parse(stdout).testsuites.testsuite;
    expect(suite.testcase.slice(0, 2)).toEqual([
      {
        '@name': 'add',
        '@classname': 'x',
        '@file': 'x',
        '@time': '0.120',
        failure: { '@message': 'Nothing was done.', '@type': 'expectation', '#text': 'x: Nothing was done.' },
      },
      {
        '@name': 'delete-twice',
        '@classname': 'x',
        '@time': '0.010',
        skipped: { '@message': 'The first delete never came.' },
      },
    ]);
  });

  it('of a name that is no XML', async () => {
    const name = 'a&<"b\u0001.sh';
    const { stdout } = await tried([name, '--format', 'junit'], [good], { files: { [name]: mute } });
    expect(XMLValidator.validate(stdout)).toBe(true);
    expect(parser.parse(stdout).testsuites.testsuite[0]['@name']).toBe('a&<"b\\u0001.sh');
  });
});
