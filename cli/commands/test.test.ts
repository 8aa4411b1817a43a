import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { SandboxRefused, type ScenarioResult, type ScriptTest, type TestRequest } from '../../dryrun';
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

const good: ScriptTest = {
  script: '/site/x',
  stateful: true,
  expected: 'blocks the address',
  expectedFrom: 'run',
  findings: [],
  scenarios: [passed],
  ms: 300,
};
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
    testScript: async (request, { onStart, onScenario }) => {
      const result = results[requests.push(request) - 1] ?? good;
      for (const { name } of result.scenarios) onStart?.(name);
      // They end in another order than they began.
      for (const scenario of result.scenarios.toReversed()) onScenario?.(scenario);
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
  ])('%s', async (_, results, status) => {
    for (const format of ['text', 'json', 'junit'])
      expect(
        (await tried(['x', 'y', '--format', format].slice(results.length === 1 ? 1 : 0), results)).status,
      ).toBe(status);
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

it('in words: each scenario in its order, and each finding told once', async () => {
  const { stdout } = await tried(['x', '--rule', '5712'], [bad]);
  const [heading, alert, ...lines] = stdout.split('\n');
  expect(heading).toBe('x  undone after 600 s  in the sandbox');
  expect(alert).toMatch(/^alert: made for rule 5712: /);
  expect(lines).toEqual([
    '',
    'passed  add                  It did this: changed /etc/hosts.deny.',
    'failed  two-targets          The key is weak.',
    '        weak-key: Send the target.',
    '          x:7: keys: ["<1>"]\\u0007 & more',
    'failed  abort                The key is weak.',
    '        weak-key',
    '',
    'In its text',
    '        crlf: Lines end in CR LF.',
    '          x:1: x',
    '',
    '1 passed, 2 failed, 0.3 s',
    '',
    '',
  ]);
});

it('in JSON', async () => {
  const { stdout } = await tried(['x', 'y', '--format', 'json'], [bad, good]);
  expect(JSON.parse(stdout)).toEqual({
    scripts: [
      { path: 'x', stateful: true, findings: [weak, text], scenarios: [passed, failed, again], ms: 300 },
      { path: 'y', stateful: true, findings: [], scenarios: [passed], ms: 300 },
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
    const { stdout } = await tried(['x', 'y', '--format', 'junit'], [bad, good]);
    expect(XMLValidator.validate(stdout)).toBe(true);
    const { testsuites } = parser.parse(stdout);
    const count = ({ '@tests': tests, '@failures': failures }: Record<string, string>) => ({
      tests,
      failures,
    });
    expect(count(testsuites)).toEqual({ tests: '6', failures: '3' });
    expect(testsuites.testsuite.map(count)).toEqual([
      { tests: '4', failures: '3' },
      { tests: '2', failures: '0' },
    ]);
    for (const { testcase, ...suite } of testsuites.testsuite) {
      expect(String(testcase.length)).toBe(suite['@tests']);
      expect(String(testcase.filter((each: object) => 'failure' in each).length)).toBe(suite['@failures']);
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
    expect(suite.testcase.at(-1)).toMatchObject({ '@name': 'text', failure: { '@type': 'crlf' } });
  });

  it('of a name that is no XML', async () => {
    const name = 'a&<"b\u0001.sh';
    const { stdout } = await tried([name, '--format', 'junit'], [good], { files: { [name]: mute } });
    expect(XMLValidator.validate(stdout)).toBe(true);
    expect(parser.parse(stdout).testsuites.testsuite[0]['@name']).toBe('a&<"b\\u0001.sh');
  });
});
