import * as vscode from 'vscode';
import { expectationWords, type ScenarioResult, testScript } from '../../dryrun';
import { visibleLines } from '../../wazuh/visible';
import { inSandbox } from '../dry-run/in-sandbox';
import { mayRun } from '../trust';
import { type Chosen, chosenBy, listScenarios, scenarioOf } from './items';
import { type PlanNeeds, plan } from './plan';
import { type Failure, failures, outputLines, scriptVerdict } from './verdict';

/** Runs what a request asks for, script after script; the scenarios of one run side by side. */
export async function runTests(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  needs: PlanNeeds,
): Promise<void> {
  // Not awaited: the message may stand there for long, and the run is over.
  if (!vscode.workspace.isTrusted) return void mayRun();
  const run = controller.createTestRun(request);
  const stop = new AbortController();
  const listening = vscode.Disposable.from(
    token.onCancellationRequested(() => stop.abort()),
    run.token.onCancellationRequested(() => stop.abort()),
  );
  try {
    const scripts = new Set((request.include ?? [...controller.items].map(([, one]) => one)).map(scriptOf));
    for (const script of scripts) {
      if (script.children.size === 0) await listScenarios(controller, script, needs);
    }
    const all = chosenBy(controller, request);
    for (const one of all.flatMap(({ scenarios }) => scenarios)) run.enqueued(one);
    for (const chosen of all) await runScript(run, chosen, stop.signal, needs);
  } finally {
    listening.dispose();
    run.end();
  }
}

function scriptOf(item: vscode.TestItem): vscode.TestItem {
  return item.parent ?? item;
}

async function runScript(
  run: vscode.TestRun,
  { script, scenarios }: Chosen,
  signal: AbortSignal,
  needs: PlanNeeds,
): Promise<void> {
  const { uri } = script;
  if (!uri) return;
  const left = new Map(scenarios.map((item) => [scenarioOf(item), item]));
  const say = (line: string, item?: vscode.TestItem) =>
    run.appendOutput(`${visibleLines(line).replaceAll('\n', '\r\n')}\r\n`, undefined, item);
  const show = (result: ScenarioResult) => {
    const item = left.get(result.name);
    if (!item) return;
    left.delete(result.name);
    for (const line of outputLines(result)) say(line, item);
    switch (result.verdict) {
      case 'passed':
        return run.passed(item, result.ms);
      case 'failed':
        return run.failed(item, messages(uri, failures(result)), result.ms);
      case 'not shown':
        return run.skipped(item);
    }
  };
  try {
    signal.throwIfAborted();
    const decided = await plan(needs, uri);
    say(`${script.label}: ${decided.alert.title}`);
    const names = scenarios.flatMap((item) => scenarioOf(item) ?? []);
    const { findings, scenarios: results } = await inSandbox(decided, needs.memory, (request) =>
      testScript(
        { ...request, scenarios: names },
        {
          readScript: needs.readScript,
          signal,
          onExpectation(expectation) {
            if (expectation) say(`  ${vscode.l10n.t('Expected: {0}.', expectationWords(expectation))}`);
          },
          onStart(name) {
            const item = left.get(name);
            if (item) run.started(item);
          },
          onScenario: show,
        },
      ),
    );
    const inRun = new Set(results.flatMap((result) => result.findings.map(({ code }) => code)));
    const inText = findings.filter(({ code }) => !inRun.has(code));
    for (const { code, message } of inText) say(`  ✕ ${code}: ${message}`);
    const outcome = scriptVerdict(results, inText);
    switch (outcome.kind) {
      case 'failed':
        run.failed(script, messages(uri, outcome.failures));
        break;
      case 'skipped':
        run.skipped(script);
        break;
      case 'passed':
        run.passed(script);
        break;
      case 'nothing':
        break;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!signal.aborted) say(`  ${reason}`);
    for (const item of left.values()) {
      if (signal.aborted) run.skipped(item);
      else run.errored(item, new vscode.TestMessage(reason));
    }
  }
}

/** A message for each failure, at its line where that is known. */
function messages(script: vscode.Uri, all: readonly Failure[]): vscode.TestMessage[] {
  return all.map(({ message, line }) => {
    const made = new vscode.TestMessage(new vscode.MarkdownString(visibleLines(message)));
    if (line !== undefined) made.location = new vscode.Location(script, new vscode.Position(line, 0));
    return made;
  });
}
