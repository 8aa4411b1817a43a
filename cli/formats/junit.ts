import { t } from '@vscode/l10n';
import { XMLBuilder } from 'fast-xml-parser';
import type { Finding, ScenarioResult } from '../../dryrun';
import { visible } from '../../wazuh/visible';
import { inText, type TestedScript } from './test';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

/** The case for what no scenario shows. It is the same in every language: whoever compares runs goes by names. */
export const TEXT_ALONE = 'what the text alone shows';

/**
 * `test --format junit`: a suite for each script, a case for each scenario, and one for what the text alone shows. What was
 * not shown is skipped, with the reason. Lines count from 1; `file` and `line` on the case that failed are what GitLab and editors make a link of. There is no
 * standard; this is the form that Jenkins describes (jenkinsci/xunit-plugin, junit-10.xsd).
 */
export function junit(tested: readonly TestedScript[]): string {
  const suites = tested.map(suite);
  const sum = (count: '@tests' | '@failures' | '@skipped') =>
    suites.reduce((all, each) => all + each[count], 0);
  const ms = tested.reduce((all, each) => all + each.ms, 0);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'wazuh-ar',
      '@tests': sum('@tests'),
      '@failures': sum('@failures'),
      '@errors': 0,
      '@skipped': sum('@skipped'),
      '@time': seconds(ms),
      testsuite: suites,
    },
  });
}

function suite(tested: TestedScript) {
  const { path, scenarios, ms } = tested;
  const found = inText(tested);
  const text: Case = {
    name: TEXT_ALONE,
    verdict: found.length > 0 ? 'failed' : 'passed',
    why: found[0]?.message ?? t('Its text shows nothing wrong besides what the scenarios show.'),
    findings: found,
    ms: 0,
  };
  const cases = [...scenarios, text].map((each) => testCase(path, each));
  return {
    '@name': visible(path),
    '@tests': cases.length,
    '@failures': cases.filter((each) => 'failure' in each).length,
    '@errors': 0,
    '@skipped': cases.filter((each) => 'skipped' in each).length,
    '@time': seconds(ms),
    testcase: cases,
  };
}

type Case = Omit<ScenarioResult, 'name'> & { readonly name: string };

function testCase(path: string, { name, verdict, why, findings, ms }: Case) {
  const line = findings.find((finding) => finding.line !== undefined)?.line;
  const about = { '@name': name, '@classname': visible(path) };
  const time = { '@time': seconds(ms) };
  switch (verdict) {
    case 'passed':
      return { ...about, ...time, 'system-out': why === '' ? '' : visible(why) };
    case 'not shown':
      return { ...about, ...time, skipped: { '@message': visible(why) } };
    case 'failed':
      return {
        ...about,
        '@file': visible(path),
        ...(line === undefined ? {} : { '@line': line + 1 }),
        ...time,
        failure: {
          '@message': visible(why),
          // It may have failed because it does not do what it is there for, and for nothing else.
          '@type': findings[0]?.code ?? 'expectation',
          '#text':
            findings.map((finding) => failureText(path, finding)).join('\n') || visible(`${path}: ${why}`),
        },
      };
  }
}

/** `block-ip.sh:12: injection: what happens`, and what was seen. */
function failureText(path: string, { code, message, evidence, line }: Finding): string {
  const place = line === undefined ? path : `${path}:${line + 1}`;
  return `${visible(place)}: ${code}: ${visible(message)}\n  ${visible(evidence)}`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
