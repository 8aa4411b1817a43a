import { t } from '@vscode/l10n';
import { type ScenarioName, type ScenarioResult, scenarioNames, scenarioSummary } from '../../dryrun';
import type { Command } from '../command';
import { junit } from '../formats/junit';
import { closing, opening, scenarioText, type TestedScript, testJson, textFindings } from '../formats/test';
import { type Io, Trouble } from '../io';
import { oneOf, parsed } from '../options';
import { paint } from '../paint';
import { attempt, type ScriptValues, scriptHelp, scriptOptions, scriptRequest } from '../script-request';

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
      '              [--extra-args WORDS] [--wazuh 4.14|5.0] [--sandbox auto|overlay|none] [--format text|json|junit]',
      '',
      t(
        'Runs each script in every scenario that can say something about it, each in a sandbox of its own that',
      ),
      t('changes nothing on this machine, and says of each whether it passed, and what was shown.'),
      '',
      ...scriptHelp(),
      `  --scenario   ${t('only these; may be given more than once')}`,
      `  --format     ${t('junit is what GitLab, Jenkins and GitHub’s actions read')}`,
      '',
      t('The scenarios:'),
      ...scenarioNames.map((name) => `  ${name.padEnd(20)} ${scenarioSummary(name)}`),
      '',
      t('Exit status: 0 all passed and nothing was found, 1 something failed or was found, 2 could not run.'),
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
    const tested: TestedScript[] = [];
    for (const script of positionals) {
      const say = (text: string) => format === 'text' && io.stdout.write(text);
      tested.push(await tried(io, script, values, scenarios, say));
    }
    if (format === 'json') io.stdout.write(testJson(tested));
    if (format === 'junit') io.stdout.write(junit(tested));
    return tested.every(({ findings }) => findings.length === 0) ? 0 : 1;
  },
};

/** Tries one script, telling of each scenario as soon as it has its verdict. */
async function tried(
  io: Io,
  script: string,
  values: ScriptValues,
  scenarios: readonly ScenarioName[] | undefined,
  say: (text: string) => unknown,
): Promise<TestedScript> {
  const { request, alert } = await scriptRequest(io, script, values);
  const { interrupted: signal, readScript } = io;
  const colours = paint(io.stdout);
  const { timeout, sandbox } = request;
  say(opening({ script, alert, timeout, sandbox }, colours));
  const told = new Set<string>();
  const order = inOrder((result) => say(scenarioText(result, script, told, colours)));
  const result = await attempt(io, () =>
    io.testScript(
      { ...request, scenarios },
      { signal, readScript, onStart: order.begun, onScenario: order.done },
    ),
  );
  const tested = { path: script, ...result };
  say(`${textFindings(tested, colours)}${closing(tested, colours)}`);
  return tested;
}

/** Passes on the results in the order in which the scenarios were begun, each as soon as that can be. */
function inOrder(pass: (result: ScenarioResult) => void) {
  const begun: ScenarioName[] = [];
  const done = new Map<ScenarioName, ScenarioResult>();
  const next = () => (begun[0] === undefined ? undefined : done.get(begun[0]));
  return {
    begun: (name: ScenarioName) => void begun.push(name),
    done: (result: ScenarioResult) => {
      done.set(result.name, result);
      for (let first = next(); first; first = next()) {
        begun.shift();
        pass(first);
      }
    },
  };
}
