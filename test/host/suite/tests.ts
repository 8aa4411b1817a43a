import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension';
import { demoFile, eventually, extension } from './demo';

/** What a test run said of each scenario: `passed`, `failed`, `skipped`, `errored`; with the messages of failures. */
export interface Outcome {
  readonly scenario: string;
  readonly word: 'passed' | 'failed' | 'skipped' | 'errored';
  readonly messages: readonly vscode.TestMessage[];
}

/** The extension's tests, once it is active. */
export async function tests(): Promise<Api['tests']> {
  const api = (await extension().activate()) as Api;
  return api.tests;
}

/** The test of a script of the demo, once it has been found. */
export async function scriptTest(name: string): Promise<vscode.TestItem> {
  const { controller } = await tests();
  const id = demoFile(`active-response/bin/${name}`).toString();
  return await eventually(`the test of ${name}`, () => controller.items.get(id));
}

/**
 * Listens to the test runs that begin from now on. `stop` ends that.
 *
 * @returns What was said of each scenario, how many runs began and ended, as it comes.
 */
export async function listenToRuns() {
  const { controller } = await tests();
  const outcomes: Outcome[] = [];
  const ofScripts: Outcome[] = [];
  const counts = { begun: 0, ended: 0 };
  const original = controller.createTestRun;
  controller.createTestRun = (...args) => {
    const run = original.apply(controller, args);
    counts.begun++;
    const note =
      (word: Outcome['word'], say: (item: vscode.TestItem, ...more: never[]) => void) =>
      (item: vscode.TestItem, ...more: unknown[]) => {
        const [given] = more;
        const messages = Array.isArray(given) ? given : given instanceof vscode.TestMessage ? [given] : [];
        // The script itself has a word of its own, for what only its text shows.
        if (item.parent) outcomes.push({ scenario: item.id, word, messages });
        else ofScripts.push({ scenario: item.label, word, messages });
        Reflect.apply(say, run, [item, ...more]);
      };
    const { end } = run;
    return Object.assign(Object.create(run), {
      appendOutput: run.appendOutput.bind(run),
      enqueued: run.enqueued.bind(run),
      started: run.started.bind(run),
      passed: note('passed', run.passed),
      failed: note('failed', run.failed),
      skipped: note('skipped', run.skipped),
      errored: note('errored', run.errored),
      end: () => {
        counts.ended++;
        end.call(run);
      },
    });
  };
  return {
    outcomes,
    ofScripts,
    counts,
    stop: () => {
      controller.createTestRun = original;
    },
  };
}

/** Runs tests as the Test Explorer's button does, and says what came of each scenario. */
export async function runTests(
  items: readonly vscode.TestItem[],
  token = new vscode.CancellationTokenSource().token,
): Promise<readonly Outcome[]> {
  const { profile } = await tests();
  const runs = await listenToRuns();
  try {
    await profile.runHandler(new vscode.TestRunRequest(items, undefined, profile), token);
    assert.equal(runs.counts.begun, runs.counts.ended);
    return runs.outcomes;
  } finally {
    runs.stop();
  }
}

/** The scenarios of a script, once they are listed. */
export async function scenariosOf(script: vscode.TestItem): Promise<ReadonlyMap<string, vscode.TestItem>> {
  const { controller } = await tests();
  await controller.resolveHandler?.(script);
  return new Map([...script.children]);
}
