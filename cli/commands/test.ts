import { t } from '@vscode/l10n';
import { type ScenarioName, scenarioNames, scenarioSummary } from '../../dryrun';
import type { Command } from '../command';
import { junit, TEXT_ALONE } from '../formats/junit';
import {
  closing,
  expectationLine,
  notShownText,
  opening,
  scenarioText,
  type TestedScript,
  testJson,
  textFindings,
} from '../formats/test';
import { type Io, Trouble } from '../io';
import { oneOf, parsed } from '../options';
import { paint } from '../paint';
import {
  attempt,
  exitHelp,
  exitStatus,
  type ScriptRequest,
  type ScriptValues,
  scriptHelp,
  scriptOptions,
  scriptRequest,
} from '../script-request';

const formats = ['text', 'json', 'junit'] as const;

/** Named `test` in the shell. */
export const testScripts: Command = {
  name: 'test',
  get summary() {
    return t('try scripts in every scenario, a verdict each');
  },
  help: () =>
    [
      'wazuh-ar test SCRIPT... [--alert FILE | --rule ID | --sample NAME] [--timeout S] [--scenario NAME]...',
      '              [--expect WHAT] [--extra-args WORDS] [--wazuh 4.14|5.0] [--sandbox auto|overlay|none]',
      '              [--show PATH]... [--format text|json|junit] [--allow-not-shown]',
      '',
      t(
        'Runs each script in every scenario that can say something about it, each in a sandbox of its own that',
      ),
      t(
        'changes nothing on this machine, and says of each: passed, what it should do was seen; failed, something',
      ),
      t('wrong was seen; not shown, nothing was seen that speaks for or against it, why, and what to do.'),
      '',
      ...scriptHelp(),
      `  --scenario   ${t('only these; may be given more than once')}`,
      `  --format     ${t('junit is what GitLab, Jenkins and GitHub’s actions read: a case for each scenario, and one,')}`,
      `               ${t('“{0}”, for what is wrong in the script and shows in no scenario', TEXT_ALONE)}`,
      '',
      t('The scenarios:'),
      ...scenarioNames.map((name) => `  ${name.padEnd(20)} ${scenarioSummary(name)}`),
      '',
      ...exitHelp(),
      '',
      '  wazuh-ar test active-response/bin/* --rule 5712 --format junit > junit.xml',
      '',
    ].join('\n'),

  async run(args, io) {
    const { values, positionals } = parsed(args, {
      ...scriptOptions,
      scenario: { type: 'string', multiple: true },
      format: { type: 'string' },
    });
    if (positionals.length === 0) throw new Trouble(t('name a script.'));
    const format = oneOf('--format', values.format, formats) ?? 'text';
    const scenarios = values.scenario?.flatMap((name) => oneOf('--scenario', name, scenarioNames) ?? []);
    const say = (text: string) => format === 'text' && io.stdout.write(text);
    // What cannot be run is told before anything is.
    const chosen: ChosenScript[] = [];
    for (const script of positionals) chosen.push({ script, ...(await scriptRequest(io, script, values)) });
    const tested: TestedScript[] = [];
    for (const one of chosen) tested.push(await tried(io, one, values, scenarios, say));
    if (format === 'json') io.stdout.write(testJson(tested));
    if (format === 'junit') io.stdout.write(junit(tested));
    const verdicts = tested.flatMap((one) => one.scenarios.map(({ verdict }) => verdict));
    return tested.some(({ findings }) => findings.length > 0) ? 1 : exitStatus(verdicts, values);
  },
};

/** A script by the name that the user gave it, and what it is run with. */
type ChosenScript = ScriptRequest & { readonly script: string };

/** Tries one script, telling of each scenario as soon as it has its verdict. */
async function tried(
  io: Io,
  { script, request, alert, runs }: ChosenScript,
  values: ScriptValues,
  scenarios: readonly ScenarioName[] | undefined,
  say: (text: string) => unknown,
): Promise<TestedScript> {
  const { interrupted: signal, readScript } = io;
  const colours = paint(io.stdout);
  const { timeout, sandbox } = request;
  say(opening({ script, alert, timeout, sandbox, runs }, colours));
  const told = new Set<string>();
  const result = await attempt(io, script, () =>
    io.testScript(
      { ...request, scenarios },
      {
        signal,
        readScript,
        onExpectation: (expectation) => say(expectationLine(expectation)),
        onScenario: (scenario) => say(scenarioText(scenario, script, told, colours)),
      },
    ),
  );
  const tested = { path: script, ...result };
  say(notShownText(result.scenarios, colours));
  say(`${textFindings(tested, colours)}${closing(tested, values, colours)}`);
  return tested;
}
